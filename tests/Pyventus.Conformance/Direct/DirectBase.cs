namespace Pyventus.Conformance;

/// <summary>A base type whose handler is direct and gets derived types.</summary>
internal abstract record DirectBase;
