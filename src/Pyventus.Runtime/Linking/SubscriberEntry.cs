using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>A subscriber in the order of an emission. A class: collections of them need no code of their own at start-up.</summary>
/// <param name="subscriber">The subscriber.</param>
/// <param name="tableEvent">The event of the table that has the handler; null for a delegate.</param>
/// <param name="handler">The position of the handler in <paramref name="tableEvent"/>.</param>
internal sealed class SubscriberEntry(EventSubscriber subscriber, TableEvent? tableEvent, int handler)
{
    /// <summary>The subscriber.</summary>
    public EventSubscriber Subscriber { get; } = subscriber;

    /// <summary>The event of the table that has the handler; null for a delegate.</summary>
    public TableEvent? TableEvent { get; } = tableEvent;

    /// <summary>The position of the handler in <see cref="TableEvent"/>.</summary>
    public int Handler { get; } = handler;

    /// <summary>Sorts by <see cref="EventSubscriber.Order"/>; equal orders stay as they are.</summary>
    public static List<SubscriberEntry> Sort(List<SubscriberEntry> entries)
    {
        for (int index = 1; index < entries.Count; index++)
        {
            if (CompareOrder(entries[index - 1], entries[index]) > 0)
            {
                return new List<SubscriberEntry>(StableSort.Sort(entries, CompareOrder));
            }
        }

        return entries;
    }

    private static int CompareOrder(SubscriberEntry left, SubscriberEntry right) => left.Subscriber.Order.CompareTo(right.Subscriber.Order);
}
