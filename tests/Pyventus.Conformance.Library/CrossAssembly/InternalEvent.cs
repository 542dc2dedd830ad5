namespace Pyventus.Conformance.Library;

/// <summary>An event that only the library and its friends can name.</summary>
internal sealed record InternalEvent(List<string> Calls) : IFamily;
