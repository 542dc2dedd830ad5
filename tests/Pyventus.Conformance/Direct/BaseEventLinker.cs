namespace Pyventus.Conformance;

/// <summary>The linker of the event that <see cref="BaseEventHandlers"/> has a handler for.</summary>
internal sealed class BaseEventLinker : EventLinker;
