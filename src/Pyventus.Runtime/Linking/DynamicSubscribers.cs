namespace Pyventus;

/// <summary>
/// The subscriptions of one event at run time, in their order. Adding one costs the same however many there are, removing
/// one hardly more: it leaves a gap, and half of the places are gaps before they are closed.
/// </summary>
internal sealed class DynamicSubscribers
{
    private readonly List<(long Sequence, EventSubscriber? Subscriber)> _places = [];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <param name="subscriber">The subscription, made after those that are there.</param>
    public void Add(EventSubscriber subscriber)
    {
        _places.Add((subscriber.Sequence, subscriber));
        Count++;
    }

    /// <param name="subscriber">One of the subscriptions.</param>
    public void Remove(EventSubscriber subscriber)
    {
        int place = IndexOf(subscriber.Sequence);
        _places[place] = (subscriber.Sequence, null);
        Count--;
        if (Count <= _places.Count / 2)
        {
            _places.RemoveAll(static place => place.Subscriber is null);
        }
    }

    /// <summary>Adds those that are linked to the list, in their order.</summary>
    public void AddTo(List<SubscriberEntry> entries)
    {
        entries.EnsureCapacity(entries.Count + Count);
        foreach ((_, EventSubscriber? subscriber) in _places)
        {
            if (subscriber is { IsLinked: true })
            {
                entries.Add(new SubscriberEntry(subscriber, null, 0));
            }
        }
    }

    private int IndexOf(long sequence)
    {
        int low = 0;
        int high = _places.Count - 1;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_places[middle].Sequence < sequence)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
