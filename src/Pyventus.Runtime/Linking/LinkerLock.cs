using System.Runtime.CompilerServices;
using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>
/// What a linker locks. On the way to the first emission a synchronized method takes it, not the statement, which means
/// loading System.Threading.dll: a small program has no other use for that assembly.
/// </summary>
internal sealed class LinkerLock(EventLinker linker)
{
    [MethodImpl(MethodImplOptions.Synchronized)]
    public EventSlot? Bind(LinkerTable table, TableEvent tableEvent, object id) => linker.BindLocked(table, tableEvent, id);

    [MethodImpl(MethodImplOptions.Synchronized)]
    public bool TrySetFirst(LinkerTable[]? tables, LinkerTableSection[] sections) => linker.TrySetFirstLocked(tables, sections);

    [MethodImpl(MethodImplOptions.Synchronized)]
    public EventSlot? GetOrAddSlot(LinkerTableSection[] sections, EventKey key, TableLink[] links) => linker.GetOrAddSlotLocked(sections, key, links);
}
