using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>What a table knows of an event.</summary>
internal readonly record struct TableLink(LinkerTable Table, TableEvent Event);
