namespace Pyventus.Conformance;

internal sealed record Shipped(CallLog Log, int Id);
