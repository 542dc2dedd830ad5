namespace Pyventus.Conformance.OtherNamespace;

/// <summary>Another type of the same short name.</summary>
public sealed record OrderPlaced(int Id);
