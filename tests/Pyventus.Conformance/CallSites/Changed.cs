namespace Pyventus.Conformance;

internal sealed record Changed<T>(CallLog Log, T Value);
