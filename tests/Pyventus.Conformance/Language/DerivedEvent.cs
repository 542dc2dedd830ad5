namespace Pyventus.Conformance;

/// <summary>Has a handler of its own and those of its base type.</summary>
internal class DerivedEvent(CallLog log) : BaseEvent(log);
