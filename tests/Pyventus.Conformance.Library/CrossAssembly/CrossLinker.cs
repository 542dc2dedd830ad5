namespace Pyventus.Conformance.Library;

/// <summary>The linker of events that four assemblies handle.</summary>
public sealed class CrossLinker : EventLinker;
