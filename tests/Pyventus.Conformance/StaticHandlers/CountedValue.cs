namespace Pyventus.Conformance;

/// <summary>An event object that is a value: nothing may box it.</summary>
public readonly record struct CountedValue(int[] Runs, int Number);
