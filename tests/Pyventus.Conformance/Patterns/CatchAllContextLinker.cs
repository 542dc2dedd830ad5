namespace Pyventus.Conformance;

/// <summary>The linker of <see cref="CatchAllHandlers"/>.</summary>
internal sealed class CatchAllContextLinker : EventLinker;
