namespace Pyventus.Conformance;

public sealed record CountedEvent(int[] Runs);
