using BenchmarkDotNet.Attributes;

namespace Pyventus.Benchmarks.Dispatch;

/// <summary><c>EmitAsync</c> to four handlers that yield, beside <see cref="Task.WhenAll(Task[])"/> over the same.</summary>
[MemoryDiagnoser]
[HideColumns("Error", "RatioSD", "Alloc Ratio")]
public class YieldingBenchmarks
{
    private readonly EventEmitter _emitter = new AsyncEventEmitter();

    [Benchmark(Baseline = true)]
    public Task WhenAll4() => Task.WhenAll(YieldingHandlers.H1(), YieldingHandlers.H2(), YieldingHandlers.H3(), YieldingHandlers.H4());

    [Benchmark]
    public async Task EmitAsync4() => await _emitter.EmitAsync("yielding.4");
}
