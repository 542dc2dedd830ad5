using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>The section of a table that belongs to a linker's type.</summary>
internal sealed record TableSection(LinkerTable Table, LinkerTableSection Section)
{
    public TableEvent? Find(string eventName) => Section.Find(eventName);

    public TableEvent? Find(Type eventType) => Section.Find(eventType);
}
