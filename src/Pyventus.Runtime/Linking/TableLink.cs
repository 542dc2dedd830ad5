using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>What a table knows of an event. A class: collections of them need no code of their own at start-up.</summary>
internal sealed record TableLink(LinkerTable Table, TableEvent Event);
