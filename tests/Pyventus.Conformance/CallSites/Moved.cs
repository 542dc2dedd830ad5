namespace Pyventus.Conformance;

internal readonly record struct Moved(CallLog Log, int By);
