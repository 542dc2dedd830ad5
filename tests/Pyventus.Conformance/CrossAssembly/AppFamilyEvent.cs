using Pyventus.Conformance.Library;

namespace Pyventus.Conformance;

/// <summary>Derives from an event of a library, and has a handler of its own.</summary>
internal sealed record AppFamilyEvent(List<string> Calls) : FamilyEvent(Calls);
