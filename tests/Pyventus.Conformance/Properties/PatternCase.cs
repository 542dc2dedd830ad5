namespace Pyventus.Conformance;

/// <summary>A pattern and a name that it may match.</summary>
public sealed record PatternCase(string Pattern, string Name);
