using System.Runtime.CompilerServices;
using Pyventus.CompilerServices;

namespace Pyventus;

// The compile-time handlers: which tables there are, and the slots that stand for their events.
public partial class EventLinker
{
    private Dictionary<LinkerTable, Dictionary<string, EventSubscriber>>? _tableSubscribers;

    // Replaced as a whole, under the lock; null until something is searched or a table comes later: call sites that know
    // their event do without.
    private volatile LinkerTableSection[]? _sections;

    // The sections whose events all have slots.
    private volatile LinkerTableSection[]? _slottedSections;

    /// <summary>Takes over the tables there are now: links those of newly loaded assemblies, drops those of unloaded ones.</summary>
    internal void Refresh()
    {
        while (!TryRefresh(LinkerTableRegistry.Tables))
        {
            // Another table or another slot came in between.
        }
    }

    private LinkerTableSection[] GetSections()
    {
        while (true)
        {
            if (_sections is { } sections)
            {
                return sections;
            }

            Refresh();
        }
    }

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

            lock (_gate)
            {
                if (sections == _sections)
                {
                    return GetOrAddSlot(key, links);
                }
            }
        }
    }

    /// <summary>What a call site keeps of an event of its own assembly, when all that has to be called are the handlers that are known there; else null.</summary>
    internal EventSlot? Bind(LinkerTable table, TableEvent tableEvent)
    {
        if (_hasCallbacks || table.IsOpen || table.GetType().IsCollectible || this != DefaultLinker)
        {
            return null;
        }

        return _gate.Bind(table, tableEvent);
    }

    /// <summary>The same; call under the lock.</summary>
    internal EventSlot? BindLocked(LinkerTable table, TableEvent tableEvent)
    {
        // The tables are asked under the lock: one that comes later is linked behind it. And what was never open matches no
        // event, so that nothing that a pattern or base type matched is to be forgotten.
        LinkerTable[]? tables = LinkerTableRegistry.Tables;
        if (_open is not null || tables is null || tables.Length > 1 || tables[0] != table)
        {
            return null;
        }

        if (_slots.Find(tableEvent.EventId) is { } known)
        {
            return known.Direct == tableEvent ? known : null;
        }

        var slot = new EventSlot(this, tableEvent.EventId, table, tableEvent);
        _slots.Add(tableEvent.EventId, slot);
        _unlinked = null;
        return slot;
    }

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
                EventSlot? slot = FindInTables(key);
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

    private bool TryRefresh(LinkerTable[]? tables)
    {
        LinkerTableSection[]? known = _sections;
        LinkerTableSection[] sections = FindSections(tables, known);
        return known is not null && known.Length == sections.Length && AreSame(sections, known)
            ? tables == LinkerTableRegistry.Tables
            : TryRelink(tables, known, sections);
    }

    private bool TryRelink(LinkerTable[]? tables, LinkerTableSection[]? known, LinkerTableSection[] sections)
    {
        var links = new Dictionary<EventSlot, TableLink[]>();
        EventSlot[] slots;
        lock (_gate)
        {
            slots = _slots.ToArray();
        }

        foreach (EventSlot slot in slots)
        {
            links.Add(slot, LinkerTableSection.FindAll(sections, slot.Key));
        }

        lock (_gate)
        {
            slots = _slots.ToArray();
            if (tables != LinkerTableRegistry.Tables || known != _sections || !Array.TrueForAll(slots, links.ContainsKey))
            {
                return false;
            }

            // The sections there were would keep the load context of an unloaded assembly alive.
            _sections = sections;
            _slottedSections = null;
            _openSections = null;
            ForgetUnlinked();
            bool mayBeDirect = MayBeDirect;
            foreach (EventSlot slot in slots)
            {
                if (!(mayBeDirect && slot.IsUnloaded(links[slot])))
                {
                    slot.SetTableLinks(links[slot]);
                    DropIfRedundant(slot);
                }
            }

            _matched?.Clear();
            if (RuntimeFeature.IsDynamicCodeSupported)
            {
                // A native program unloads nothing, and is built without what this needs.
                Forget(table => !Array.Exists(sections, section => section.Table == table));
            }
        }

        return true;
    }

    private LinkerTableSection[] FindSections(LinkerTable[]? tables, LinkerTableSection[]? known)
    {
        var sections = new LinkerTableSection[tables?.Length ?? 0];
        int count = 0;
        for (int index = 0; index < sections.Length; index++)
        {
            LinkerTable table = tables![index];
            LinkerTableSection? section = known is null ? null : Find(known, table);
            if ((section ?? table.GetSection(GetType())) is { } found)
            {
                sections[count++] = found;
            }
        }

        return count == sections.Length ? sections : Shorten(sections, count);
    }

    private static LinkerTableSection[] Shorten(LinkerTableSection[] sections, int count)
    {
        Array.Resize(ref sections, count);
        return sections;
    }

    private static LinkerTableSection? Find(LinkerTableSection[] sections, LinkerTable table)
    {
        foreach (LinkerTableSection section in sections)
        {
            if (section.Table == table)
            {
                return section;
            }
        }

        return null;
    }

    // Of the same length.
    private static bool AreSame(LinkerTableSection[] left, LinkerTableSection[] right)
    {
        for (int index = 0; index < left.Length; index++)
        {
            if (left[index] != right[index])
            {
                return false;
            }
        }

        return true;
    }

    // What is known of an unloaded assembly's handlers and instances would keep its load context alive.
    private void Forget(Predicate<LinkerTable> isUnloaded)
    {
        foreach ((LinkerTable table, Dictionary<string, EventSubscriber> subscribers) in _tableSubscribers?.ToArray() ?? [])
        {
            if (isUnloaded(table))
            {
                _tableSubscribers!.Remove(table);
                foreach (EventSubscriber subscriber in subscribers.Values)
                {
                    subscriber.TryMarkRemoved();
                    subscriber.Slots = [];
                }
            }
        }

        foreach (Type type in _instances?.Keys.Cast<Type>().ToArray() ?? [])
        {
            if (type.IsCollectible && !Array.Exists(_sections!, section => section.Table.GetType().Assembly == type.Assembly))
            {
                _instances!.Remove(type);
            }
        }
    }
}
