namespace Pyventus.Conformance;

/// <summary>A custom linker with a limit and defaults of its own.</summary>
public sealed class FiveSubscribersLinker() : EventLinker(maxSubscribers: 5);
