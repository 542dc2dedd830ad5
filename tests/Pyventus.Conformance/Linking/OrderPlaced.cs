namespace Pyventus.Conformance;

public sealed record OrderPlaced(int Id);
