using System.Runtime.CompilerServices;
using Pyventus.CompilerServices;

namespace Pyventus;

// Which tables there are.
public partial class EventLinker
{
    // Replaced as a whole, under the lock; null until something is searched or a table comes later: call sites that know
    // their event do without.
    private volatile LinkerTableSection[]? _sections;

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

    private bool TryRefresh(LinkerTable[]? tables)
    {
        LinkerTableSection[]? known = _sections;
        LinkerTableSection[] sections = FindSections(tables, known);
        if (known is null && sections.Length <= 1)
        {
            return _gate.TrySetFirst(tables, sections);
        }

        return known is not null && known.Length == sections.Length && AreSame(sections, known)
            ? tables == LinkerTableRegistry.Tables
            : TryRelink(tables, known, sections);
    }

    /// <summary>Takes over the only table there is; call under the lock. The slots that call sites have bound know it already.</summary>
    internal bool TrySetFirstLocked(LinkerTable[]? tables, LinkerTableSection[] sections)
    {
        if (_sections is not null || tables != LinkerTableRegistry.Tables)
        {
            return false;
        }

        _sections = sections;
        _unlinked = null;
        return true;
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
