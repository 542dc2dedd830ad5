using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>
/// The section of a table that belongs to a linker's type. Its members run generated code, which may have to wait for the
/// module initializer of its assembly, where user code may wait for us: never call them under a lock.
/// </summary>
internal sealed class TableSection(LinkerTable table, LinkerTableSection section)
{
    // Fields: nothing is inlined at start-up.
    public readonly LinkerTable Table = table;
    public readonly LinkerTableSection Section = section;

    /// <summary>Whether other events can match one of its events; asked here, since it is needed under the linker's lock.</summary>
    public readonly bool IsOpen = section.OpenPositions.Length > 0;

    public TableEvent? Find(EventKey key) => key.Value is string name ? Section.Find(name) : Section.Find((Type)key.Value);

    public IEnumerable<EventKey> GetKeys()
    {
        for (int index = 0; index < Section.Count; index++)
        {
            yield return Section.GetEventAt(index).Key;
        }
    }

    /// <summary>The events that other events can match.</summary>
    public EventKey[] GetOpenKeys()
    {
        ReadOnlySpan<int> positions = Section.OpenPositions;
        var keys = new EventKey[positions.Length];
        for (int index = 0; index < keys.Length; index++)
        {
            keys[index] = Section.GetEventAt(positions[index]).Key;
        }

        return keys;
    }

    /// <summary>What the sections know of an event.</summary>
    public static TableLink[] FindAll(TableSection[] sections, EventKey key)
    {
        TableLink[] found = [];
        foreach (TableSection section in sections)
        {
            if (section.Find(key) is { } tableEvent)
            {
                Array.Resize(ref found, found.Length + 1);
                found[^1] = new TableLink(section.Table, tableEvent);
            }
        }

        return found;
    }
}
