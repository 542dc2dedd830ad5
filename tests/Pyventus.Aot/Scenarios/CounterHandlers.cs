namespace Pyventus.Aot.Scenarios;

/// <summary>Has a constructor that generated code can call: one instance per linker.</summary>
internal sealed class CounterHandlers
{
    private int _count;

    [On("counter.incremented")]
    internal void Increment() => Transcript.Line($"count {++_count}");
}
