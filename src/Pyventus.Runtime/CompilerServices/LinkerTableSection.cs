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
                Array.Resize(ref found, found.Length + 1);
                found[^1] = new TableLink(section.Table, tableEvent);
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
        int index = FirstAtLeast(eventName, 0, _namedCount);
        return index < _namedCount && Compare(index, eventName) == 0 ? GetEvent(index) : null;
    }

    internal TableEvent? Find(Type eventType)
    {
        int count = Count;
        string name = eventType.Name;
        for (int index = FirstAtLeast(name, _namedCount, count); index < count && Compare(index, name) == 0; index++)
        {
            TableEvent tableEvent = GetEvent(index);
            if (tableEvent.Key.Type == eventType)
            {
                return tableEvent;
            }
        }

        return null;
    }

    private int FirstAtLeast(string name, int low, int high)
    {
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (Compare(middle, name) < 0)
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

    // Ordinal, and by hand: an event is looked up once, and what compares spans is vectorized code that has to be compiled
    // at start-up.
    private int Compare(int index, string name)
    {
        string names = Names;
        ReadOnlySpan<int> ends = NameEnds;
        int start = index == 0 ? 0 : ends[index - 1];
        int length = ends[index] - start;
        for (int position = 0; position < length && position < name.Length; position++)
        {
            int difference = names[start + position] - name[position];
            if (difference != 0)
            {
                return difference;
            }
        }

        return length - name.Length;
    }
}
