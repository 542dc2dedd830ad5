using BenchmarkDotNet.Attributes;

namespace Pyventus.Benchmarks.Dispatch;

/// <summary><c>EmitAsync</c> to four handlers that yield, beside <see cref="Task.WhenAll(Task[])"/> over the same.</summary>
[MemoryDiagnoser]
[HideColumns("Error", "RatioSD", "Alloc Ratio")]
public class YieldingBenchmarks
{
    private readonly EventEmitter _emitter = new AsyncEventEmitter();

    // Runs in each benchmark process: what is timed runs every handler.
    [GlobalSetup]
    public async Task VerifyAsync()
    {
        EmissionResult result = await _emitter.EmitAsync("yielding.4");
        if (result.SubscriberCount != 4 || !result.IsSuccess)
        {
            throw new InvalidOperationException($"{result.SubscriberCount} handlers ran, {result.FailureCount} failed.");
        }
    }

    [Benchmark(Baseline = true)]
    public Task WhenAll4() => Task.WhenAll(YieldingHandlers.H1(), YieldingHandlers.H2(), YieldingHandlers.H3(), YieldingHandlers.H4());

    [Benchmark]
    public async Task EmitAsync4() => await _emitter.EmitAsync("yielding.4");
}
