namespace Pyventus.Conformance;

public sealed record StaticEvent(List<string> Calls) : StaticEventBase(Calls);
