namespace Pyventus.Generators.Tests.Harness;

/// <summary>What was generated is not what was verified.</summary>
internal sealed class SnapshotMismatchException(string message) : Exception(message);
