using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>What a table knows of an event. A class: collections of them need no code of their own at start-up.</summary>
internal sealed class TableLink(LinkerTable table, TableEvent tableEvent)
{
    // Fields: nothing is inlined at start-up.
    public readonly LinkerTable Table = table;
    public readonly TableEvent Event = tableEvent;
}
