namespace Pyventus.Conformance;

/// <summary>How many emit at once, how often, and to how many once subscribers.</summary>
public sealed record OnceCase(int Emitters, int Emissions, int Subscribers, int Seed);
