namespace Pyventus.Conformance.Library;

/// <summary>Has derived types in other assemblies.</summary>
public record FamilyEvent(List<string> Calls) : IFamily;
