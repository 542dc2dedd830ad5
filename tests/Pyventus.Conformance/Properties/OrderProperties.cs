namespace Pyventus.Conformance;

[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.All))]
public sealed class OrderProperties(ProcessingWay way)
{
    [FsCheck.NUnit.Property(MaxTest = 300, EndSize = 30, Arbitrary = [typeof(OrderCases)], QuietOnSuccess = true)]
    public async Task<bool> L3_P2_Subscribers_run_in_the_order_of_the_reference_sort(OrderCase[] subscriptions)
    {
        var runs = new List<int>();
        var linker = EventLinker.CreateEmpty();
        EventSubscriber[] subscribers = [.. subscriptions.Select((subscription, index) => Subscribe(linker, subscription, () => runs.Add(index)))];
        for (int index = 0; index < subscribers.Length; index++)
        {
            if (subscriptions[index].IsRemoved)
            {
                subscribers[index].Dispose();
            }
        }

        await using EventEmitter emitter = way.CreateFor(linker);
        await emitter.EmitAsync(OrderCases.Emitted).InTime();
        IEnumerable<int> expected = Enumerable.Range(0, subscriptions.Length)
            .Where(index => !subscriptions[index].IsRemoved && subscriptions[index].Events.Any(static pattern => NaivePattern.Matches(pattern, OrderCases.Emitted)))
            .OrderBy(index => subscriptions[index].Order)
            .ThenBy(static index => index);
        return runs.SequenceEqual(expected);
    }

    private static EventSubscriber Subscribe(EventLinker linker, OrderCase subscription, Action run)
    {
        EventKey[] events = [.. subscription.Events.Select(static name => new EventKey(name))];
        var options = new SubscribeOptions { Order = subscription.Order };
        if (!subscription.IsAsync)
        {
            return linker.Subscribe(events, _ => run(), options);
        }

        return linker.Subscribe(events, _ =>
        {
            // Started in order; what comes later may overlap.
            run();
            return Task.Run(static () => { });
        }, options);
    }
}
