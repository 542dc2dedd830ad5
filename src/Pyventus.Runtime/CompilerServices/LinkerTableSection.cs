using System.ComponentModel;

namespace Pyventus.CompilerServices;

/// <summary>
/// The part of a table that belongs to one linker type. Its event names are two constants, searched where they lie, so
/// that no array, dictionary or method that grows with the number of events runs before an event is used.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class LinkerTableSection
{
    /// <summary>
    /// The names of the named events in ascending ordinal order, one after the other without separator, followed by the
    /// <see cref="System.Reflection.MemberInfo.Name"/> of the event types in ascending ordinal order (equal names in any order).
    /// </summary>
    protected abstract string Names { get; }

    /// <summary>The end of each name in <see cref="Names"/>; its length is the number of events.</summary>
    protected abstract ReadOnlySpan<int> NameEnds { get; }

    /// <summary>How many of the events are named; they come first.</summary>
    protected abstract int NamedCount { get; }

    /// <summary>The event at the position; each call returns the same object.</summary>
    /// <param name="index">A position in <see cref="NameEnds"/>.</param>
    protected abstract TableEvent GetEvent(int index);

    /// <summary>
    /// The positions of the events that other events can match: patterns, and event types with a handler that includes
    /// derived types.
    /// </summary>
    protected virtual ReadOnlySpan<int> Open => default;

    internal int Count => NameEnds.Length;

    internal ReadOnlySpan<int> OpenPositions => Open;

    internal TableEvent GetEventAt(int index) => GetEvent(index);

    internal TableEvent? Find(string eventName)
    {
        int index = FirstAtLeast(eventName, 0, NamedCount);
        return index < NamedCount && Compare(index, eventName) == 0 ? GetEvent(index) : null;
    }

    internal TableEvent? Find(Type eventType)
    {
        int count = Count;
        string name = eventType.Name;
        for (int index = FirstAtLeast(name, NamedCount, count); index < count && Compare(index, name) == 0; index++)
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
