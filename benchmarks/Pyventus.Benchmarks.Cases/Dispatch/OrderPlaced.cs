namespace Pyventus.Benchmarks.Cases.Dispatch;

/// <summary>An event object of a class that nothing derives from.</summary>
internal sealed record OrderPlaced(int Value);
