using System.ComponentModel;

namespace Pyventus.CompilerServices;

/// <summary>
/// The part of a table that belongs to one linker type. Its event names are two constants, searched where they lie, so
/// that no array, dictionary or method that grows with the number of events runs before an event is used.
/// </summary>
/// <remarks>
/// Its members run generated code, which may have to wait for the module initializer of its assembly, where user code may
/// wait for the library: they are never called under a lock.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class LinkerTableSection
{
    // Fields: nothing is inlined at start-up.

    /// <summary>The table.</summary>
    internal readonly LinkerTable Table;

    /// <summary>Whether other events can match one of its events: asked under the linker's lock, where <see cref="Open"/> cannot be.</summary>
    internal readonly bool IsOpen;

    private readonly int _namedCount;

    /// <summary>Initializes the section.</summary>
    /// <param name="table">The table.</param>
    /// <param name="namedCount">How many of the events are named; they come first.</param>
    /// <param name="isOpen">Whether there are <see cref="Open"/> events.</param>
    protected LinkerTableSection(LinkerTable table, int namedCount, bool isOpen = false)
    {
        Table = table;
        _namedCount = namedCount;
        IsOpen = isOpen;
    }

    /// <summary>
    /// The names of the named events in ascending ordinal order, one after the other without separator, followed by the
    /// <see cref="System.Reflection.MemberInfo.Name"/> of the event types in ascending ordinal order (equal names in any order).
    /// </summary>
    protected abstract string Names { get; }

    /// <summary>The end of each name in <see cref="Names"/>; its length is the number of events.</summary>
    protected abstract ReadOnlySpan<int> NameEnds { get; }

    /// <summary>The event at the position; each call returns the same object.</summary>
    /// <param name="index">A position in <see cref="NameEnds"/>.</param>
    protected abstract TableEvent GetEvent(int index);

    /// <summary>
    /// The positions of the events that other events can match: patterns, and event types with a handler that includes
    /// derived types.
    /// </summary>
    protected virtual ReadOnlySpan<int> Open => default;

    internal int Count => NameEnds.Length;

    /// <summary>What the sections know of an event.</summary>
    internal static TableLink[] FindAll(LinkerTableSection[] sections, EventKey key)
    {
        TableLink[] found = [];
        foreach (LinkerTableSection section in sections)
        {
            if (section.Find(key) is { } tableEvent)
            {
                var link = new TableLink(section.Table, tableEvent);
                found = found.Length == 0 ? [link] : Add(found, link);
            }
        }

        return found;
    }

    internal IEnumerable<EventKey> GetKeys()
    {
        int count = Count;
        for (int index = 0; index < count; index++)
        {
            yield return GetEvent(index).Key;
        }
    }

    /// <summary>The events that other events can match.</summary>
    internal EventKey[] GetOpenKeys()
    {
        ReadOnlySpan<int> positions = Open;
        var keys = new EventKey[positions.Length];
        for (int index = 0; index < keys.Length; index++)
        {
            keys[index] = GetEvent(positions[index]).Key;
        }

        return keys;
    }

    internal TableEvent? Find(EventKey key) => key.Value is string name ? Find(name) : Find((Type)key.Value);

    internal TableEvent? Find(string eventName)
    {
        int index = FirstAtLeast(eventName, 0, _namedCount, out bool isSame);
        return isSame ? GetEvent(index) : null;
    }

    internal TableEvent? Find(Type eventType)
    {
        int count = Count;
        string name = eventType.Name;
        for (int index = FirstAtLeast(name, _namedCount, count, out bool isSame); isSame && index < count; index++)
        {
            TableEvent tableEvent = GetEvent(index);
            Type type = tableEvent.Key.Type!;
            if (type == eventType)
            {
                return tableEvent;
            }

            isSame = type.Name == name;
        }

        return null;
    }

    // Not where links are found at all: what resizes an array is generic, and is compiled with the method that calls it.
    private static TableLink[] Add(TableLink[] links, TableLink link) => [.. links, link];

    // The first position whose name is not less than another, and whether it is the same. Ordinal, and by hand: an event is
    // looked up once, and what compares spans is vectorized code that has to be compiled at start-up.
    private int FirstAtLeast(string name, int low, int high, out bool isSame)
    {
        string names = Names;
        ReadOnlySpan<int> ends = NameEnds;
        isSame = false;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            int start = middle == 0 ? 0 : ends[middle - 1];
            int length = ends[middle] - start;
            int difference = length - name.Length;
            for (int position = 0; position < length && position < name.Length; position++)
            {
                if (names[start + position] != name[position])
                {
                    difference = names[start + position] - name[position];
                    break;
                }
            }

            if (difference < 0)
            {
                low = middle + 1;
            }
            else
            {
                // The search ends at the first of those that are the same.
                isSame |= difference == 0;
                high = middle;
            }
        }

        return low;
    }
}
