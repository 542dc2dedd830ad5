namespace Pyventus.Conformance;

/// <summary>A subscription, and whether it is removed before the emission.</summary>
public sealed record OrderCase(int Order, IReadOnlyList<string> Events, bool IsAsync, bool IsRemoved);
