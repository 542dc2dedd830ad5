namespace Pyventus.Conformance;

public record StaticEventBase(List<string> Calls);
