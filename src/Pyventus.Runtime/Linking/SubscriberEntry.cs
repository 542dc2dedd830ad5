using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>A subscriber in the order of an emission. A class: collections of them need no code of their own at start-up.</summary>
/// <param name="Subscriber">The subscriber.</param>
/// <param name="TableEvent">The event of the table that has the handler; null for a delegate.</param>
/// <param name="Handler">The position of the handler in <paramref name="TableEvent"/>.</param>
internal sealed record SubscriberEntry(EventSubscriber Subscriber, TableEvent? TableEvent, int Handler)
{
    /// <summary>Sorts by <see cref="EventSubscriber.Order"/>; equal orders stay as they are.</summary>
    public static List<SubscriberEntry> Sort(List<SubscriberEntry> entries)
    {
        for (int index = 1; index < entries.Count; index++)
        {
            if (entries[index - 1].Subscriber.Order > entries[index].Subscriber.Order)
            {
                return SortByOrder(entries);
            }
        }

        return entries;
    }

    // In a method of its own, since it brings an assembly with it.
    private static List<SubscriberEntry> SortByOrder(List<SubscriberEntry> entries) => [.. entries.OrderBy(static entry => entry.Subscriber.Order)];
}
