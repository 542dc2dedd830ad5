using Pyventus.CompilerServices;

namespace Pyventus;

// The patterns and base types, and the events that only they match.
public partial class EventLinker
{
    // Made under the lock, when there is a slot to keep.
    private volatile MatchedSlots? _matched;

    // Replaced as a whole, under the lock; null until there was one.
    private volatile EventSlot[]? _open;

    // The sections whose patterns and base types all have slots.
    private volatile LinkerTableSection[]? _openSections;

    internal SubscriberSnapshot BuildSnapshot(EventSlot slot)
    {
        while (true)
        {
            LinkerTableSection[] sections = EnsureOpenSlots();
            slot.MakeHandlers();
            lock (_gate)
            {
                if (sections == _sections)
                {
                    return slot.BuildSnapshot(_open ?? []);
                }
            }
        }
    }

    /// <summary>See <see cref="EventSlot.SetDirect"/>.</summary>
    internal void SetDirect(EventSlot slot, SubscriberSnapshot snapshot, TableEvent direct)
    {
        lock (_gate)
        {
            slot.SetDirect(snapshot, direct);
        }
    }

    /// <summary>The subscribers of a slot have changed: those of the events that match it change with them. Call under the lock.</summary>
    internal void UpdateOpen(EventSlot slot)
    {
        bool wasOpen = _open is not null && Array.IndexOf(_open, slot) >= 0;
        if (wasOpen || slot.IsOpen)
        {
            UpdateOpen(slot, wasOpen);
        }
    }

    private void UpdateOpen(EventSlot slot, bool wasOpen)
    {
        if (slot.IsOpen != wasOpen)
        {
            _open = wasOpen ? Array.FindAll(_open!, other => other != slot) : [.. _open ?? [], slot];
            ForgetUnlinked();
        }

        foreach (EventSlot other in _slots.ToArray())
        {
            if (slot.Matches(other.Key))
            {
                other.ForgetSnapshot();
            }
        }

        _matched?.Clear();
    }

    /// <summary>The slot of an event that has none yet: a table knows it, or a pattern or base type matches it.</summary>
    private EventSlot? FindUnslotted(EventKey key) => _matched?.Find(key) ?? FindInTables(key) ?? FindMatched(key);

    private EventSlot? FindMatched(EventKey key)
    {
        while (true)
        {
            LinkerTableSection[] sections = EnsureOpenSlots();
            EventSlot[]? open = _open;
            if (!MatchesAny(open, key) || !CanBeEmitted(key))
            {
                return null;
            }

            lock (_gate)
            {
                if (sections == _sections && open == _open)
                {
                    return _slots.Find(key.Value) ?? (_matched ??= new MatchedSlots()).GetOrAdd(key, this);
                }
            }
        }
    }

    // No lambda: what nobody linked is emitted without allocation.
    private static bool MatchesAny(EventSlot[]? open, EventKey key)
    {
        foreach (EventSlot slot in open ?? [])
        {
            if (slot.Matches(key))
            {
                return true;
            }
        }

        return false;
    }

    // The catch-all pattern matches what is no event as well.
    private static bool CanBeEmitted(EventKey key) => key.Type is { } type ? EventTypes.WhyNot(type) is null : !string.IsNullOrWhiteSpace(key.Name);

    private LinkerTableSection[] EnsureOpenSlots()
    {
        LinkerTableSection[] sections = GetSections();
        if (sections != _openSections)
        {
            foreach (LinkerTableSection section in sections)
            {
                foreach (EventKey key in section.GetOpenKeys())
                {
                    FindInTables(key);
                }
            }

            lock (_gate)
            {
                if (sections == _sections)
                {
                    _openSections = sections;
                }
            }
        }

        return sections;
    }
}
