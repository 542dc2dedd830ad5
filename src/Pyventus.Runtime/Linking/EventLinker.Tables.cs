using System.Runtime.CompilerServices;
using Pyventus.CompilerServices;

namespace Pyventus;

// The compile-time handlers: which tables there are, and the slots that stand for their events.
public partial class EventLinker
{
    private Dictionary<LinkerTable, Dictionary<string, EventSubscriber>>? _tableSubscribers;
    private TableSection[] _sections = [];

    // The sections whose events all have slots.
    private TableSection[] _slottedSections = [];

    // Whether there ever was a slot; written under the lock.
    private bool _hasSlots;

    /// <summary>Takes over the tables there are now: links those of newly loaded assemblies, drops those of unloaded ones.</summary>
    internal void Refresh()
    {
        while (!TryRefresh(LinkerTableRegistry.Tables))
        {
            // Another table or another slot came in between.
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
            TableSection[] sections = Volatile.Read(ref _sections);
            TableLink[] links = TableSection.FindAll(sections, key);
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

    // Under the lock.
    private EventSlot GetOrAddSlot(EventKey key, TableLink[] links)
    {
        if (_slots.Find(key.Value) is { } known)
        {
            return known;
        }

        var slot = new EventSlot(this, key);
        if (links.Length > 0 && !(CanBeDirect(links) && slot.TrySetDirect(links[0])))
        {
            slot.SetTableLinks(links);
        }

        _hasSlots = true;
        _slots.Add(key.Value, slot);
        ForgetUnlinked();
        _matched?.Remove(key);
        return slot;
    }

    // Under the lock, after what is linked can be found.
    private void ForgetUnlinked() => Volatile.Write(ref _unlinked, null);

    // Under the lock. Whether the subscribers of an event are the handlers of one table and nothing else.
    private bool CanBeDirect(TableLink[] links)
    {
        if (links.Length > 1 || DefaultOnSuccess is not null || DefaultOnFailure is not null || _open.Length > 0)
        {
            return false;
        }

        foreach (TableSection section in _sections)
        {
            if (section.IsOpen)
            {
                return false;
            }
        }

        return true;
    }

    // Creates the slots of every event of the tables: only questions about the whole linker need them.
    private void EnsureAllSlots()
    {
        TableSection[] sections = Volatile.Read(ref _sections);
        if (sections == Volatile.Read(ref _slottedSections))
        {
            return;
        }

        foreach (TableSection section in sections)
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

    private bool TryRefresh(LinkerTable[] tables)
    {
        TableSection[] known = Volatile.Read(ref _sections);
        TableSection[] sections = FindSections(tables, known);
        if (known.Length == sections.Length && AreSame(sections, known))
        {
            return tables == LinkerTableRegistry.Tables;
        }

        return _hasSlots ? TryRelink(tables, known, sections) : TryLinkFirst(tables, known, sections);
    }

    // Under the lock. The sections there were would keep the load context of an unloaded assembly alive.
    private void SetSections(TableSection[] sections)
    {
        Volatile.Write(ref _sections, sections);
        _slottedSections = [];
        _openSections = [];
        ForgetUnlinked();
    }

    // A new linker, mostly: start-up is no place for what only later tables need.
    private bool TryLinkFirst(LinkerTable[] tables, TableSection[] known, TableSection[] sections)
    {
        lock (_gate)
        {
            if (tables != LinkerTableRegistry.Tables || known != _sections || _hasSlots)
            {
                return false;
            }

            SetSections(sections);
            return true;
        }
    }

    private bool TryRelink(LinkerTable[] tables, TableSection[] known, TableSection[] sections)
    {
        var links = new Dictionary<EventSlot, TableLink[]>();
        EventSlot[] slots;
        lock (_gate)
        {
            slots = _slots.ToArray();
        }

        foreach (EventSlot slot in slots)
        {
            links.Add(slot, TableSection.FindAll(sections, slot.Key));
        }

        lock (_gate)
        {
            slots = _slots.ToArray();
            if (tables != LinkerTableRegistry.Tables || known != _sections || !Array.TrueForAll(slots, links.ContainsKey))
            {
                return false;
            }

            SetSections(sections);
            foreach (EventSlot slot in slots)
            {
                slot.SetTableLinks(links[slot]);
                DropIfRedundant(slot);
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

    private TableSection[] FindSections(LinkerTable[] tables, TableSection[] known)
    {
        Type type = GetType();
        var sections = new TableSection[tables.Length];
        int count = 0;
        foreach (LinkerTable table in tables)
        {
            if (known.Length > 0 && Find(known, table) is { } section)
            {
                sections[count++] = section;
            }
            else if (table.GetSection(type) is { } added)
            {
                sections[count++] = new TableSection(table, added);
            }
        }

        Array.Resize(ref sections, count);
        return sections;
    }

    private static TableSection? Find(TableSection[] sections, LinkerTable table)
    {
        foreach (TableSection section in sections)
        {
            if (section.Table == table)
            {
                return section;
            }
        }

        return null;
    }

    // Of the same length.
    private static bool AreSame(TableSection[] left, TableSection[] right)
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
            if (type.IsCollectible && !Array.Exists(_sections, section => section.Table.GetType().Assembly == type.Assembly))
            {
                _instances!.Remove(type);
            }
        }
    }
}
