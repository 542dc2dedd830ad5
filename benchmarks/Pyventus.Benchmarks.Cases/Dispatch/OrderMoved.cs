namespace Pyventus.Benchmarks.Cases.Dispatch;

/// <summary>An event object that is a value.</summary>
internal readonly record struct OrderMoved(int Value);
