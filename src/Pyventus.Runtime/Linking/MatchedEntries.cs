using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>
/// Puts the subscribers of an event together with those of the patterns and base types that match it, each once, in the
/// order of declaration.
/// </summary>
internal static class MatchedEntries
{
    /// <param name="linked">The subscribers linked to the event itself.</param>
    /// <param name="matching">The patterns and base types.</param>
    /// <param name="links">What the tables know of the event: they have matched the patterns of their own assemblies.</param>
    /// <param name="linker">The linker; its lock is held.</param>
    public static SubscriberEntry[] Merge(List<SubscriberEntry> linked, EventSlot[] matching, TableLink[] links, EventLinker linker)
    {
        var entries = new Dictionary<EventSubscriber, SubscriberEntry>();
        foreach (SubscriberEntry entry in linked)
        {
            entries.Add(entry.Subscriber, entry);
        }

        foreach (EventSlot slot in matching)
        {
            foreach (SubscriberEntry entry in slot.GetLinkedEntries())
            {
                if (slot.IsPattern || entry.Subscriber.IncludesDerived)
                {
                    entries.TryAdd(entry.Subscriber, entry);
                }
            }
        }

        foreach (TableLink link in links)
        {
            for (int index = 0; index < link.Event.Handlers.Length; index++)
            {
                TableHandler handler = link.Event.Handlers[index];
                EventSubscriber subscriber = linker.GetTableSubscriber(link.Table, handler);
                if (handler.IsMatched && entries.ContainsKey(subscriber))
                {
                    // The event's own call converts at compile time what the pattern's would box.
                    entries[subscriber] = new SubscriberEntry(subscriber, link.Event, index);
                }
            }
        }

        var ordered = new SubscriberEntry[entries.Count];
        entries.Values.CopyTo(ordered, 0);
        return StableSort.Sort(ordered, (left, right) => Compare(left, right, links));
    }

    private static int Compare(SubscriberEntry left, SubscriberEntry right, TableLink[] links)
    {
        int order = left.Subscriber.Order.CompareTo(right.Subscriber.Order);
        int kind = right.Subscriber.IsStatic.CompareTo(left.Subscriber.IsStatic);
        int type = order == 0 && kind == 0 ? string.CompareOrdinal(GetDeclaringType(left), GetDeclaringType(right)) : 0;
        return order != 0 ? order : kind != 0 ? kind : type != 0 ? type : GetPosition(left, links).CompareTo(GetPosition(right, links));
    }

    // 'Assembly!Namespace.Type' of the id; '!' sorts before what may continue the name of an assembly.
    private static string GetDeclaringType(SubscriberEntry entry)
    {
        if (!entry.Subscriber.IsStatic)
        {
            return "";
        }

        string id = entry.Subscriber.Name;
        int parameters = id.IndexOf('(', StringComparison.Ordinal);
        return id[..id.LastIndexOf('.', parameters)];
    }

    // Where a pattern or a base type of another event has the handler, its place among the members of its type is said.
    private static long GetPosition(SubscriberEntry entry, TableLink[] links) =>
        entry.TableEvent is not { } tableEvent ? entry.Subscriber.Sequence
        : Array.Exists(links, link => link.Event == tableEvent) ? entry.Handler
        : tableEvent.Handlers[entry.Handler].MemberIndex;
}
