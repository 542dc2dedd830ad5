namespace Pyventus;

public partial class EventLinker
{
    /// <summary>Ends the link between an event and a subscriber. Emissions that have begun still run it.</summary>
    /// <param name="event">The event.</param>
    /// <param name="subscriber">The subscriber; unlinked from its last event it is removed.</param>
    /// <returns>Whether they were linked.</returns>
    public bool Remove(EventKey @event, EventSubscriber subscriber)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        EventSlot? slot = FindSlot(@event);
        EnsureSlotsOf(subscriber);
        lock (_gate)
        {
            return slot is not null && IsLinkedHere(subscriber) && RemoveLink(slot, subscriber);
        }
    }

    /// <summary>Ends all links of an event.</summary>
    /// <param name="event">The event.</param>
    /// <returns>Whether it had subscribers.</returns>
    public bool RemoveEvent(EventKey @event)
    {
        EventSlot? slot = FindSlot(@event);
        if (slot is { HasHandlers: true })
        {
            EnsureAllSlots();
        }

        bool removed = false;
        lock (_gate)
        {
            foreach (SubscriberEntry entry in slot?.GetEntries() ?? [])
            {
                removed |= RemoveLink(slot!, entry.Subscriber);
            }
        }

        return removed;
    }

    /// <summary>Ends a subscription for all its events. Emissions that have begun still run it.</summary>
    /// <param name="subscriber">The subscriber.</param>
    /// <returns>Whether it was linked here.</returns>
    public bool RemoveSubscriber(EventSubscriber subscriber)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        EnsureSlotsOf(subscriber);
        lock (_gate)
        {
            if (!IsLinkedHere(subscriber))
            {
                return false;
            }

            bool removed = false;
            foreach (EventSlot slot in subscriber.Slots)
            {
                removed |= RemoveLink(slot, subscriber);
            }

            return removed;
        }
    }

    /// <summary>Ends every subscription, those of compile-time handlers included; handlers of assemblies loaded later are linked again.</summary>
    /// <returns>Whether there was one.</returns>
    public bool RemoveAll()
    {
        EnsureAllSlots();
        lock (_gate)
        {
            bool removed = false;
            foreach (EventSlot slot in _slots.ToArray())
            {
                foreach (SubscriberEntry entry in slot.GetEntries())
                {
                    removed |= RemoveLink(slot, entry.Subscriber);
                }
            }

            return removed;
        }
    }

    /// <summary>Takes a once subscriber out of the linker: the emission that claimed it has started.</summary>
    internal void Unlink(EventSubscriber subscriber)
    {
        lock (_gate)
        {
            EventSlot[] slots = subscriber.Slots;
            foreach (EventSlot slot in slots)
            {
                slot.Drop(subscriber);
                DropIfRedundant(slot);
            }

            subscriber.Slots = [];
        }
    }

    // What a table links is in the slots of its events only when they have been made.
    private void EnsureSlotsOf(EventSubscriber subscriber)
    {
        if (subscriber.IsStatic)
        {
            EnsureAllSlots();
        }
    }

    private bool RemoveLink(EventSlot slot, EventSubscriber subscriber)
    {
        if (!slot.Remove(subscriber))
        {
            return false;
        }

        DropIfRedundant(slot);
        if (subscriber.Slots.Length == 0)
        {
            subscriber.TryMarkRemoved();
        }

        return true;
    }
}
