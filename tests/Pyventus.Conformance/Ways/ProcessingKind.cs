namespace Pyventus.Conformance;

/// <summary>Which rules are about a way of processing: A1 to A5 about the async emitter, X1 and X2 about executors.</summary>
public enum ProcessingKind
{
    Async,
    Executor,
    Custom,
}
