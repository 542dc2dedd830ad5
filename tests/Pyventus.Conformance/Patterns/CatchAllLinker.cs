namespace Pyventus.Conformance;

/// <summary>The linker whose catch-all handler takes arguments.</summary>
internal sealed class CatchAllLinker : EventLinker;
