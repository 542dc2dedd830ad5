namespace Pyventus.Conformance;

[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.All))]
public sealed class SubscriberOrderTests(ProcessingWay way) : ConformanceTests(way)
{
    [Test]
    public async Task L3_Subscribers_run_by_Order_and_ties_in_subscription_order()
    {
        (string Name, int Order)[] subscriptions = [("a", 0), ("b", 5), ("c", -5), ("d", 0), ("e", int.MinValue), ("f", int.MaxValue), ("g", 5), ("h", -5)];
        foreach ((string name, int order) in subscriptions)
        {
            Linker.Subscribe("e", () => Record(name), new SubscribeOptions { Order = order });
        }

        await using EventEmitter emitter = CreateEmitter();
        await emitter.EmitAsync("e").InTime();
        Assert.That(Calls, Is.EqualTo(["e", "c", "h", "a", "d", "b", "g", "f"]));
    }

    [Test]
    public async Task L3_Synchronous_and_asynchronous_handlers_start_in_one_order()
    {
        Linker.Subscribe("e", () => Record("1"));
        Linker.Subscribe("e", () =>
        {
            Record("2");
            return Task.CompletedTask;
        });
        Linker.Subscribe("e", () => Record("3"));
        Linker.Subscribe("e", async () =>
        {
            Record("4");
            await Task.Yield();
        });
        Linker.Subscribe("e", () => Record("5"));
        await using EventEmitter emitter = CreateEmitter();
        await emitter.EmitAsync("e").InTime();
        Assert.That(Calls, Is.EqualTo(["1", "2", "3", "4", "5"]));
    }

    [Test]
    public async Task L3_The_place_of_a_removed_subscriber_is_not_reused()
    {
        Linker.Subscribe("e", () => Record("1"));
        EventSubscriber removed = Linker.Subscribe("e", () => Record("2"));
        Linker.Subscribe("e", () => Record("3"));
        removed.Dispose();
        Linker.Subscribe("e", () => Record("4"));
        await using EventEmitter emitter = CreateEmitter();
        await emitter.EmitAsync("e").InTime();
        Assert.That(Calls, Is.EqualTo(["1", "3", "4"]));
    }

    [Test]
    public async Task L7_An_emission_works_on_the_subscribers_there_were_when_it_began()
    {
        EventSubscriber? second = null;
        Linker.Subscribe("e", () =>
        {
            Record("1");
            second!.Unsubscribe();
            Linker.Subscribe("e", () => Record("new"));
        });
        second = Linker.Subscribe("e", () => Record("2"));
        await using EventEmitter emitter = CreateEmitter();
        await emitter.EmitAsync("e").InTime();
        Assert.That(Calls, Is.EqualTo(["1", "2"]));
        await emitter.EmitAsync("e").InTime();
        Assert.That(Calls, Is.EqualTo(["1", "2", "1", "new"]));
    }

    [Test]
    public async Task L7_Every_operation_works_inside_a_handler()
    {
        Linker.Subscribe("e", context =>
        {
            EventSubscriber other = Linker.Subscribe(["x", "y"], _ => { });
            Assert.That(Linker.GetEvents(other), Has.Count.EqualTo(2));
            Assert.That(Linker.Remove("x", other));
            Assert.That(Linker.ContainsEvent("x"), Is.False);
            Assert.That(Linker.AreLinked("y", other));
            Assert.That(Linker.RemoveEvent("y"));
            Assert.That(Linker.ContainsSubscriber(other), Is.False);
            Assert.That(Linker.RemoveAll());
            Assert.That(Linker.IsEmpty);
            Record("run");
        });
        await using EventEmitter emitter = CreateEmitter();
        (await emitter.EmitAsync("e").InTime()).ThrowIfFailed();
        (await emitter.EmitAsync("e").InTime()).ThrowIfFailed();
        Assert.That(Calls, Is.EqualTo(["run"]));
    }

    [Test]
    public async Task L9_Default_callbacks_of_the_linker_fill_the_missing_ones()
    {
        var linker = new EventLinker(null, result => Record($"default success {result}"), exception => Record($"default failure {exception.Message}"));
        linker.Subscribe("success", () => { });
        linker.Subscribe("success", () => { }, new SubscribeOptions { OnSuccess = _ => Record("own success") });
        linker.Subscribe("failure", () => throw new InvalidOperationException("a"));
        linker.Subscribe("failure", () => throw new InvalidOperationException("b"), new SubscribeOptions { OnFailure = e => Record($"own failure {e.Message}") });
        await using EventEmitter emitter = Way.CreateFor(linker);
        await emitter.EmitAsync("success").InTime();
        await emitter.EmitAsync("failure").InTime();
        Assert.That(Calls, Is.EqualTo(["default success ", "own success", "default failure a", "own failure b"]));
    }
}
