namespace Pyventus.Conformance;

/// <summary>The linker of <see cref="GatedHandlers"/>.</summary>
internal sealed class GatedLinker : EventLinker;
