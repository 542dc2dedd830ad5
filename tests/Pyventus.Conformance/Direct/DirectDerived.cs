namespace Pyventus.Conformance;

/// <summary>An event that only the handler of its base type gets.</summary>
internal sealed record DirectDerived : DirectBase;
