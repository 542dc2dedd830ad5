namespace Pyventus.Conformance.Library.Consumer;

/// <summary>Derives from an event of another assembly.</summary>
public sealed record ConsumerFamilyEvent(List<string> Calls) : FamilyEvent(Calls);
