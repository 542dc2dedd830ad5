namespace Pyventus.Conformance;

/// <summary>Another namespace of handlers, with a limit that its own handlers reach.</summary>
public sealed class OtherStaticLinker() : EventLinker(maxSubscribers: 2);
