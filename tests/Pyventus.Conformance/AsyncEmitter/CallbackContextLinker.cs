namespace Pyventus.Conformance;

/// <summary>The linker of <see cref="CallbackContextHandlers"/>.</summary>
internal sealed class CallbackContextLinker : EventLinker;
