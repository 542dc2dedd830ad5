using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>
/// The section of a table that belongs to a linker's type. Its members run generated code, which may have to wait for the
/// module initializer of its assembly, where user code may wait for us: never call them under a lock.
/// </summary>
internal sealed record TableSection(LinkerTable Table, LinkerTableSection Section)
{
    public TableEvent? Find(EventKey key) => key.Name is { } name ? Section.Find(name) : Section.Find(key.Type!);

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
        var found = new List<TableLink>();
        foreach (TableSection section in sections)
        {
            if (section.Find(key) is { } tableEvent)
            {
                found.Add(new TableLink(section.Table, tableEvent));
            }
        }

        return found.ToArray();
    }
}
