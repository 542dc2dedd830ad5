namespace Pyventus.Conformance;

/// <summary>Has no handler but those of its base types, which the table does not know.</summary>
internal sealed class UnhandledDerivedEvent(CallLog log) : DerivedEvent(log);
