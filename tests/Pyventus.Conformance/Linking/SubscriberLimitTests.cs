namespace Pyventus.Conformance;

public sealed class SubscriberLimitTests
{
    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(int.MinValue)]
    public void L6_A_limit_below_one_is_refused(int limit)
    {
        Assert.That(() => new EventLinker(limit), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => EventLinker.CreateEmpty(limit), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void L6_Limit_is_per_event()
    {
        EventLinker linker = EventLinker.CreateEmpty(2);
        foreach (EventKey key in new EventKey[] { "a", "b", typeof(OrderPlaced) })
        {
            linker.Subscribe([key], _ => { });
            linker.Subscribe([key], _ => { });
            Assert.That(
                () => linker.Subscribe([key], _ => { }),
                Throws.InstanceOf<MaxSubscribersExceededException>().With.Message.Contains(key.ToString()).And.Message.Contains("2"));
        }

        Assert.That(linker.SubscriberCount, Is.EqualTo(6));
    }

    [Test]
    public void L6_A_subscription_over_the_limit_of_one_event_links_none()
    {
        EventLinker linker = EventLinker.CreateEmpty(1);
        linker.Subscribe("full", () => { });
        Assert.That(() => linker.Subscribe(["first", "full", "last"], _ => { }), Throws.InstanceOf<MaxSubscribersExceededException>());
        Assert.That(linker.Events, Is.EqualTo(new EventKey[] { "full" }));
        Assert.That(linker.SubscriberCount, Is.EqualTo(1));
        linker.Subscribe(["first", "last"], _ => { });
        Assert.That(linker.EventCount, Is.EqualTo(3));
    }

    [Test]
    public void L6_A_removed_subscriber_makes_room()
    {
        EventLinker linker = EventLinker.CreateEmpty(1);
        linker.Subscribe("a", () => { }).Dispose();
        linker.Subscribe("a", () => { });
        Assert.That(linker.GetSubscribers("a"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task L6_A_once_subscriber_counts_until_it_is_consumed()
    {
        EventLinker linker = EventLinker.CreateEmpty(1);
        var service = new HandDrainedService();
        using var emitter = new EventEmitter(service, new EventEmitterOptions { Linker = linker });
        linker.Subscribe("a", () => { }, new SubscribeOptions { Once = true });
        emitter.Emit("a");
        Assert.That(() => linker.Subscribe("a", () => { }), Throws.InstanceOf<MaxSubscribersExceededException>(), "claimed, not yet consumed");
        Assert.That(linker.GetSubscribers("a"), Has.Count.EqualTo(1));
        await service.DrainAsync();
        Assert.That(linker.IsEmpty);
        linker.Subscribe("a", () => { });
    }

    [Test]
    public async Task L6_The_limit_holds_under_concurrent_subscriptions()
    {
        EventLinker linker = EventLinker.CreateEmpty(50);
        int refused = 0;
        using var start = new Barrier(8);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => DedicatedThread.RunAsync(() =>
        {
            start.SignalAndWait(Deadline.Limit);
            for (int index = 0; index < 100; index++)
            {
                try
                {
                    linker.Subscribe("a", () => { });
                }
                catch (MaxSubscribersExceededException)
                {
                    Interlocked.Increment(ref refused);
                }
            }
        })));
        Assert.That(linker.GetSubscribers("a"), Has.Count.EqualTo(50));
        Assert.That(refused, Is.EqualTo(750));
    }

    [Test]
    public void L5_Custom_linkers_have_their_own_limits_and_defaults()
    {
        FiveSubscribersLinker five = EventLinker.Get<FiveSubscribersLinker>();
        Assert.That(five.MaxSubscribers, Is.EqualTo(5));
        Assert.That(EventLinker.Get<FiveSubscribersLinker>(), Is.SameAs(five));
        Assert.That(EventLinker.Default.MaxSubscribers, Is.Null);
        Assert.That(new FiveSubscribersLinker(), Is.Not.SameAs(five));
    }

    [Test]
    public void L5_Nothing_is_shared_between_instances()
    {
        var one = new FiveSubscribersLinker();
        var two = new FiveSubscribersLinker();
        EventSubscriber subscriber = one.Subscribe("a", () => { });
        Assert.That(two.IsEmpty);
        Assert.That(two.ContainsSubscriber(subscriber), Is.False);
        Assert.That(two.RemoveSubscriber(subscriber), Is.False);
        Assert.That(two.Remove("a", subscriber), Is.False);
        Assert.That(two.GetEvents(subscriber), Is.Empty);
        Assert.That(one.ContainsSubscriber(subscriber));
    }
}
