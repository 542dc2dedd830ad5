namespace Pyventus.Conformance;

/// <summary>The linker of the event that <see cref="DirectTableEvent"/> has handlers for.</summary>
public sealed class DirectLinker(Action<Exception>? defaultOnFailure = null) : EventLinker(defaultOnFailure: defaultOnFailure);
