namespace Pyventus;

public partial class EventLinker
{
    /// <summary>The events that have subscribers, a snapshot in no particular order.</summary>
    public IReadOnlyCollection<EventKey> Events
    {
        get
        {
            EnsureAllSlots();
            lock (_gate)
            {
                return [.. _slots.ToArray().Where(static slot => slot.GetEntries().Count > 0).Select(static slot => slot.Key)];
            }
        }
    }

    /// <summary>The subscribers of all events, each once, a snapshot in no particular order.</summary>
    public IReadOnlyCollection<EventSubscriber> Subscribers
    {
        get
        {
            EnsureAllSlots();
            lock (_gate)
            {
                return [.. _slots.ToArray().SelectMany(static slot => slot.GetEntries()).Select(static entry => entry.Subscriber).Distinct()];
            }
        }
    }

    /// <summary>How many events have subscribers.</summary>
    public int EventCount => Events.Count;

    /// <summary>How many subscribers there are.</summary>
    public int SubscriberCount => Subscribers.Count;

    /// <summary>Whether nothing is subscribed.</summary>
    public bool IsEmpty => EventCount == 0;

    /// <summary>The subscribers of an event in the order in which they run, a snapshot.</summary>
    /// <param name="event">The event.</param>
    public IReadOnlyList<EventSubscriber> GetSubscribers(EventKey @event)
    {
        if (FindSlot(@event) is not { } slot)
        {
            return [];
        }

        lock (_gate)
        {
            return [.. slot.GetEntries().Select(static entry => entry.Subscriber)];
        }
    }

    /// <summary>The events of a subscriber, a snapshot in no particular order; none when it is not linked here.</summary>
    /// <param name="subscriber">A subscriber.</param>
    public IReadOnlyCollection<EventKey> GetEvents(EventSubscriber subscriber)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        EnsureAllSlots();
        lock (_gate)
        {
            return IsLinkedHere(subscriber) ? [.. subscriber.Slots.Select(static slot => slot.Key)] : [];
        }
    }

    /// <summary>Whether the event has a subscriber.</summary>
    /// <param name="event">The event.</param>
    public bool ContainsEvent(EventKey @event) => GetSubscribers(@event).Count > 0;

    /// <summary>Whether the subscriber is linked to an event of this linker.</summary>
    /// <param name="subscriber">A subscriber.</param>
    public bool ContainsSubscriber(EventSubscriber subscriber)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        EnsureAllSlots();
        lock (_gate)
        {
            return IsLinkedHere(subscriber);
        }
    }

    /// <summary>Whether the subscriber is linked to the event.</summary>
    /// <param name="event">The event.</param>
    /// <param name="subscriber">A subscriber.</param>
    public bool AreLinked(EventKey @event, EventSubscriber subscriber)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        EventSlot? slot = FindSlot(@event);
        lock (_gate)
        {
            return slot is not null && slot.Contains(subscriber);
        }
    }

    private EventSlot? FindSlot(EventKey @event)
    {
        if (@event.IsDefault)
        {
            throw new ArgumentException("A default EventKey is no event; give a name or a type.", nameof(@event));
        }

        return FindLinked(@event);
    }

    // Under the lock, with all slots: a compile-time handler knows only the slots there are.
    private bool IsLinkedHere(EventSubscriber subscriber) => subscriber.Linker == this && subscriber.IsLinked && subscriber.Slots.Length > 0;
}
