namespace Pyventus.Conformance;

public sealed class LinkerQueryTests
{
    private readonly EventLinker _linker = EventLinker.CreateEmpty();

    [Test]
    public void L8_Queries_return_snapshots()
    {
        EventSubscriber subscriber = _linker.Subscribe(["a", "b"], _ => { });
        IReadOnlyCollection<EventKey> events = _linker.Events;
        IReadOnlyCollection<EventSubscriber> subscribers = _linker.Subscribers;
        IReadOnlyList<EventSubscriber> ofEvent = _linker.GetSubscribers("a");
        IReadOnlyCollection<EventKey> ofSubscriber = _linker.GetEvents(subscriber);
        _linker.RemoveAll();
        Assert.That(events, Has.Count.EqualTo(2));
        Assert.That(subscribers, Is.EqualTo([subscriber]));
        Assert.That(ofEvent, Is.EqualTo([subscriber]));
        Assert.That(ofSubscriber, Has.Count.EqualTo(2));
        Assert.That(_linker.IsEmpty);
    }

    [Test]
    public void L8_Queries_answer_for_what_is_not_linked()
    {
        EventSubscriber removed = _linker.Subscribe("a", () => { });
        removed.Dispose();
        Assert.That(_linker.GetSubscribers("a"), Is.Empty);
        Assert.That(_linker.GetSubscribers(typeof(OrderPlaced)), Is.Empty);
        Assert.That(_linker.GetEvents(removed), Is.Empty);
        Assert.That(_linker.ContainsEvent("a"), Is.False);
        Assert.That(_linker.ContainsSubscriber(removed), Is.False);
        Assert.That(_linker.AreLinked("a", removed), Is.False);
        Assert.That((_linker.EventCount, _linker.SubscriberCount, _linker.IsEmpty), Is.EqualTo((0, 0, true)));
    }

    [Test]
    public void L8_Removals_say_whether_something_was_removed()
    {
        EventSubscriber subscriber = _linker.Subscribe(["a", "b", "c"], _ => { });
        Assert.That(_linker.Remove("x", subscriber), Is.False);
        Assert.That(_linker.Remove("a", subscriber));
        Assert.That(_linker.Remove("a", subscriber), Is.False);
        Assert.That(_linker.GetEvents(subscriber), Is.EquivalentTo(new EventKey[] { "b", "c" }));
        Assert.That(_linker.RemoveEvent("b"));
        Assert.That(_linker.RemoveEvent("b"), Is.False);
        Assert.That(subscriber.Unsubscribe());
        Assert.That(subscriber.Unsubscribe(), Is.False);
        Assert.That(_linker.RemoveSubscriber(subscriber), Is.False);
        Assert.That(_linker.RemoveAll(), Is.False);
    }

    [Test]
    public async Task L8_A_subscriber_unlinked_from_its_last_event_is_gone()
    {
        int runs = 0;
        EventSubscriber subscriber = _linker.Subscribe(["a", "b"], _ => runs++, new SubscribeOptions { Once = true });
        _linker.RemoveEvent("a");
        Assert.That(_linker.ContainsSubscriber(subscriber));
        _linker.RemoveEvent("b");
        Assert.That(_linker.ContainsSubscriber(subscriber), Is.False);
        await using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = _linker });
        emitter.Emit("a");
        emitter.Emit("b");
        Assert.That(runs, Is.Zero);
    }

    [Test]
    public void L8_A_subscriber_says_what_it_is()
    {
        DateTimeOffset before = DateTimeOffset.UtcNow;
        EventSubscriber subscriber = _linker.Subscribe("a", L8_A_subscriber_says_what_it_is, new SubscribeOptions { Once = true, Order = 7 });
        Assert.That(subscriber.IsOnce);
        Assert.That(subscriber.Order, Is.EqualTo(7));
        Assert.That(subscriber.Name, Is.EqualTo($"{typeof(LinkerQueryTests).FullName}.{nameof(L8_A_subscriber_says_what_it_is)}"));
        Assert.That(subscriber.ToString(), Is.EqualTo(subscriber.Name));
        Assert.That(subscriber.Timestamp, Is.InRange(before, DateTimeOffset.UtcNow));
    }

    [Test]
    public async Task L7_Concurrent_changes_queries_and_emissions_keep_the_linker_consistent()
    {
        const int Threads = 8;
        const int Rounds = 2_000;
        string[] names = ["a", "b", "c"];
        int expected = 0;
        int runs = 0;
        await using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = _linker });
        using var start = new Barrier(Threads);
        await Task.WhenAll(Enumerable.Range(0, Threads).Select(seed => DedicatedThread.RunAsync(() =>
        {
            var random = new Random(seed);
            start.SignalAndWait(Deadline.Limit);
            for (int round = 0; round < Rounds; round++)
            {
                string own = $"own {seed}";
                EventSubscriber subscriber = _linker.Subscribe([own, names[random.Next(3)]], _ => Interlocked.Increment(ref runs));
                emitter.Emit(own);
                Interlocked.Increment(ref expected);
                Assert.That(_linker.GetEvents(subscriber), Has.Count.EqualTo(2));
                Assert.That(_linker.GetSubscribers(names[random.Next(3)]), Has.Count.LessThanOrEqualTo(Threads));
                Assert.That(random.Next(2) == 0 ? _linker.RemoveEvent(own) & subscriber.Unsubscribe() : subscriber.Unsubscribe());
                emitter.Emit(own);
            }
        })));
        Assert.That(runs, Is.EqualTo(expected).And.EqualTo(Threads * Rounds));
        Assert.That(_linker.IsEmpty);
    }
}
