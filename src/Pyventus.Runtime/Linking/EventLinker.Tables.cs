using System.Runtime.CompilerServices;
using Pyventus.CompilerServices;

namespace Pyventus;

// The compile-time handlers: the slots that stand for the events of tables.
public partial class EventLinker
{
    private Dictionary<LinkerTable, Dictionary<string, EventSubscriber>>? _tableSubscribers;

    // The sections whose events all have slots.
    private volatile LinkerTableSection[]? _slottedSections;

    /// <summary>The subscriber that stands for a compile-time handler; call under the lock.</summary>
    internal EventSubscriber GetTableSubscriber(LinkerTable table, TableHandler handler)
    {
        _tableSubscribers ??= [];
        if (!_tableSubscribers.TryGetValue(table, out Dictionary<string, EventSubscriber>? subscribers))
        {
            subscribers = new Dictionary<string, EventSubscriber>(StringComparer.Ordinal);
            _tableSubscribers.Add(table, subscribers);
        }

        if (!subscribers.TryGetValue(handler.Id, out EventSubscriber? subscriber))
        {
            subscriber = new EventSubscriber(this, handler);
            subscribers.Add(handler.Id, subscriber);
        }

        return subscriber;
    }

    /// <summary>The slot of an event that a table knows, made when there is none; null for other events.</summary>
    private EventSlot? FindInTables(EventKey key)
    {
        while (true)
        {
            LinkerTableSection[] sections = GetSections();
            TableLink[] links = LinkerTableSection.FindAll(sections, key);
            if (links.Length == 0)
            {
                return null;
            }

            if (_gate.GetOrAddSlot(sections, key, links) is { } slot)
            {
                return slot;
            }
        }
    }

    // Binds a plain event like a call site that knows it. Small programs have one table only, and what it takes to find an
    // event among several does not have to be compiled at start-up then.
    private EventSlot? FindInOnlyTable(string eventName) =>
        _sections is null
        && RuntimeFeature.IsDynamicCodeCompiled
        && LinkerTableRegistry.Tables is [var table]
        && table.GetSection(GetType())?.Find(eventName) is { IsPlain: true } tableEvent
            ? Bind(table, tableEvent, eventName)
            : null;

    /// <summary>What a call site keeps of an event of its own assembly, when all that has to be called are the handlers that are known there; else null.</summary>
    /// <param name="table">The table of the assembly.</param>
    /// <param name="tableEvent">What it says of the event.</param>
    /// <param name="id">The name or type; the very string that emissions have, if they have one of their own.</param>
    internal EventSlot? Bind(LinkerTable table, TableEvent tableEvent, object id)
    {
        if (_hasCallbacks || table.IsOpen || table.GetType().IsCollectible || this != DefaultLinker)
        {
            return null;
        }

        return _gate.Bind(table, tableEvent, id);
    }

    /// <summary>The same; call under the lock.</summary>
    internal EventSlot? BindLocked(LinkerTable table, TableEvent tableEvent, object id)
    {
        // The tables are asked under the lock: one that comes later is linked behind it. And what was never open matches no
        // event, so that nothing that a pattern or base type matched is to be forgotten.
        LinkerTable[]? tables = LinkerTableRegistry.Tables;
        if (_open is not null || tables is null || tables.Length > 1 || tables[0] != table)
        {
            return null;
        }

        if (_slots.Find(id) is { } known)
        {
            return known.Direct == tableEvent ? known : null;
        }

        var slot = new EventSlot(this, id, table, tableEvent);
        _slots.Add(id, slot);
        _unlinked = null;
        return slot;
    }

    /// <summary>The slot of an event that the sections know; null when they are no longer those of the linker. Call under the lock.</summary>
    internal EventSlot? GetOrAddSlotLocked(LinkerTableSection[] sections, EventKey key, TableLink[] links) =>
        sections == _sections ? GetOrAddSlot(key, links) : null;

    // Under the lock.
    private EventSlot GetOrAddSlot(EventKey key, TableLink[] links)
    {
        if (_slots.Find(key.Value) is { } known)
        {
            return known;
        }

        EventSlot slot;
        if (links.Length == 1 && MayBeDirect && EventSlot.IsPlain(links[0].Event))
        {
            slot = new EventSlot(this, key.Value, links[0].Table, links[0].Event);
        }
        else
        {
            slot = new EventSlot(this, key);
            if (links.Length > 0)
            {
                slot.SetTableLinks(links);
            }
        }

        AddSlot(slot);
        return slot;
    }

    // Under the lock.
    private void AddSlot(EventSlot slot)
    {
        _slots.Add(slot.Key.Value, slot);
        _matched?.Remove(slot.Key);
        ForgetUnlinked();
    }

    // Under the lock, after what is linked can be found.
    private void ForgetUnlinked() => _unlinked = null;

    // Under the lock. Whether the subscribers of an event can be the handlers of one table and nothing else.
    private bool MayBeDirect => !_hasCallbacks && _open is null && !HasOpenSection;

    private bool HasOpenSection
    {
        get
        {
            foreach (LinkerTableSection section in _sections!)
            {
                if (section.IsOpen)
                {
                    return true;
                }
            }

            return false;
        }
    }

    // Creates the slots of every event of the tables: only questions about the whole linker need them.
    private void EnsureAllSlots()
    {
        LinkerTableSection[] sections = GetSections();
        if (sections == _slottedSections)
        {
            return;
        }

        foreach (LinkerTableSection section in sections)
        {
            foreach (EventKey key in section.GetKeys())
            {
                EventSlot? slot = FindLinked(key);
                lock (_gate)
                {
                    slot?.Load();
                }
            }
        }

        lock (_gate)
        {
            if (sections == _sections)
            {
                _slottedSections = sections;
            }
        }
    }
}
