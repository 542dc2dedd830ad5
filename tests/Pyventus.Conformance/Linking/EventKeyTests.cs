namespace Pyventus.Conformance;

[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.All))]
public sealed class EventKeyTests(ProcessingWay way) : ConformanceTests(way)
{
    [Test]
    public async Task L1_Names_are_ordinal_and_case_sensitive()
    {
        // é composed and decomposed: equal in every culture, two ordinal strings.
        string[] names = ["order", "Order", "order ", "\u00e9", "e\u0301", "\ud800", "\udc00", new string('x', 10_000)];
        foreach (string name in names)
        {
            Linker.Subscribe(name, () => Record(name));
        }

        await using EventEmitter emitter = CreateEmitter();
        foreach (string name in names)
        {
            await emitter.EmitAsync(name).InTime();
        }

        Assert.That(Calls, Is.EqualTo(names).Using<string>(StringComparer.Ordinal.Equals));
    }

    [Test]
    public async Task L1_Two_types_of_one_short_name_and_the_string_are_three_events()
    {
        Linker.Subscribe<OrderPlaced>(e => Record($"type {e.Id}"));
        Linker.Subscribe<OtherNamespace.OrderPlaced>(e => Record($"other type {e.Id}"));
        Linker.Subscribe("OrderPlaced", (int id) => Record($"name {id}"));
        Linker.Subscribe(typeof(OrderPlaced).FullName!, (int id) => Record($"full name {id}"));
        await using EventEmitter emitter = CreateEmitter();
        await emitter.EmitAsync(new OrderPlaced(1)).InTime();
        await emitter.EmitAsync(new OtherNamespace.OrderPlaced(2)).InTime();
        await emitter.EmitAsync("OrderPlaced", 3).InTime();
        Assert.That(Calls, Is.EqualTo(["type 1", "other type 2", "name 3"]));
        Assert.That(Linker.EventCount, Is.EqualTo(4));
    }

    [Test]
    public async Task L4_The_same_event_twice_in_a_subscription_is_one_link()
    {
        EventSubscriber subscriber = Linker.Subscribe(["a", "a", typeof(OrderPlaced), typeof(OrderPlaced)], context => Record(context.EventName));
        await using EventEmitter emitter = CreateEmitter();
        EmissionResult result = await emitter.EmitAsync("a").InTime();
        await emitter.EmitAsync(new OrderPlaced(1)).InTime();
        Assert.That(Calls, Is.EqualTo(["a", typeof(OrderPlaced).FullName]));
        Assert.That(result.SubscriberCount, Is.EqualTo(1));
        Assert.That(Linker.GetEvents(subscriber), Is.EquivalentTo(new EventKey[] { "a", typeof(OrderPlaced) }));
    }

    [Test]
    public async Task L4_The_same_method_subscribed_twice_is_two_subscribers()
    {
        Action handler = () => Record("run");
        EventSubscriber first = Linker.Subscribe("a", handler);
        EventSubscriber second = Linker.Subscribe("a", handler);
        await using EventEmitter emitter = CreateEmitter();
        await emitter.EmitAsync("a").InTime();
        Assert.That(Calls.Count(), Is.EqualTo(2));
        Assert.That(second, Is.Not.SameAs(first));
        first.Dispose();
        await emitter.EmitAsync("a").InTime();
        Assert.That(Calls.Count(), Is.EqualTo(3));
    }

    [Test]
    public async Task P2_A_subscriber_of_several_events_runs_once_per_emission()
    {
        Linker.Subscribe(["a", "b"], context => Record(context.EventName));
        await using EventEmitter emitter = CreateEmitter();
        await emitter.EmitAsync("a").InTime();
        await emitter.EmitAsync("b").InTime();
        Assert.That(Calls, Is.EqualTo(["a", "b"]));
    }

    [Test]
    public async Task P2_A_once_subscriber_of_several_events_runs_once_in_total()
    {
        Linker.Subscribe(["a", "b"], context => Record(context.EventName), new SubscribeOptions { Once = true });
        await using EventEmitter emitter = CreateEmitter();
        await emitter.EmitAsync("b").InTime();
        EmissionResult second = await emitter.EmitAsync("a").InTime();
        Assert.That(Calls, Is.EqualTo(["b"]));
        Assert.That(second.SubscriberCount, Is.Zero);
        Assert.That(Linker.IsEmpty);
    }
}
