namespace Pyventus.Conformance;

/// <summary>A list of another type than the contract's.</summary>
internal sealed class LogList : List<string>;
