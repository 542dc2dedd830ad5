namespace Pyventus.Conformance;

/// <summary>Events that only delegates subscribe to have no contract: each emission is checked against each subscriber.</summary>
[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.All))]
public sealed class DynamicContractTests(ProcessingWay way) : ConformanceTests(way)
{
    [Test]
    public async Task L10_Each_subscriber_may_take_a_leading_part()
    {
        Linker.Subscribe("e", () => Record("none"));
        Linker.Subscribe("e", (int a) => Record($"{a}"));
        Linker.Subscribe("e", (int a, string b) => Record($"{a} {b}"));
        Linker.Subscribe("e", (int a, string b, double c) => Record($"{a} {b} {c}"));
        await using EventEmitter emitter = CreateEmitter();
        await emitter.EmitAsync("e", 1, "x", 2.5).InTime();
        Assert.That(Calls, Is.EqualTo(["none", "1", "1 x", "1 x 2.5"]));
    }

    [Test]
    public async Task L10_One_that_does_not_fit_rejects_the_emission()
    {
        Linker.Subscribe("e", () => Record("once"), new SubscribeOptions { Once = true });
        EventSubscriber misfit = Linker.Subscribe("e", (int a, string b) => Record($"{a} {b}"));
        await using EventEmitter emitter = CreateEmitter();
        foreach (Action emit in new Action[] { () => emitter.Emit("e"), () => emitter.Emit("e", 1), () => emitter.Emit("e", "x", 1), () => emitter.Emit("e", 1L, "x") })
        {
            Assert.That(emit, Throws.InstanceOf<EventSignatureException>().With.Message.Contains("(int, string)").And.Message.Contains(misfit.Name));
        }

        Assert.That(async () => await emitter.EmitAsync("e", 1), Throws.InstanceOf<EventSignatureException>());
        Assert.That(Calls, Is.Empty);
        await emitter.EmitAsync("e", 1, "x").InTime();
        Assert.That(Calls, Is.EqualTo(["once", "1 x"]), "the rejected emissions used nothing up");
    }

    [Test]
    public async Task L10_An_event_has_one_slot_whatever_it_is_emitted_with()
    {
        Linker.Subscribe("e", (long value) => Record($"{value}"), new SubscribeOptions { Once = true });
        Linker.Subscribe("e", (object value) => Record($"{value.GetType().Name}"));
        await using EventEmitter emitter = CreateEmitter();
        await emitter.EmitAsync("e", 1).InTime();
        await emitter.EmitAsync("e", 2L).InTime();
        await emitter.EmitAsync("e", (short)3, "more").InTime();
        Assert.That(Calls, Is.EqualTo(["1", "Int32", "Int64", "Int16"]));
    }

    [Test]
    public async Task L10_Context_and_token_are_never_payload()
    {
        Linker.Subscribe("e", (EventContext context) => Record($"context {context.Arguments.Count}"));
        Linker.Subscribe("e", (CancellationToken token) => Record($"token {token.CanBeCanceled}"));
        Linker.Subscribe("e", (int a, EventContext context, CancellationToken token, string b) => Record($"{a} {context.EventName} {token.CanBeCanceled} {b}"));
        Linker.Subscribe("e", (int a, CancellationToken token) =>
        {
            Record($"{a} {token.CanBeCanceled}");
            return Task.CompletedTask;
        });
        await using EventEmitter emitter = CreateEmitter();
        using var cancellation = new CancellationTokenSource();
        (await emitter.EmitAsync("e", 7, "x", cancellation.Token).InTime()).ThrowIfFailed();
        Assert.That(Calls, Is.EqualTo(["context 2", "token True", "7 e True x", "7 True"]));
        Assert.That(() => emitter.Emit("e"), Throws.InstanceOf<EventSignatureException>());
    }

    [Test]
    public async Task L10_The_type_of_an_event_object_is_its_contract()
    {
        Linker.Subscribe<OrderPlaced>(e => Record($"{e.Id}"));
        Linker.Subscribe<OrderPlaced>((e, token) =>
        {
            Record($"{e.Id} {token.CanBeCanceled}");
            return Task.CompletedTask;
        });
        Linker.Subscribe([typeof(OrderPlaced)], context => Record($"{context.Arguments.Single()}"));
        await using EventEmitter emitter = CreateEmitter();
        await emitter.EmitAsync(new OrderPlaced(1)).InTime();
        Assert.That(Calls, Is.EqualTo(["1", "1 False", new OrderPlaced(1).ToString()]));
    }
}
