using BenchmarkDotNet.Attributes;
using Pyventus.Benchmarks.Cases.Async;

namespace Pyventus.Benchmarks.Tables;

/// <summary><c>EmitAsync</c> to handlers that complete synchronously, beside awaiting them one after the other.</summary>
[MemoryDiagnoser]
[HideColumns("Error", "RatioSD", "Alloc Ratio")]
public class EmitAsyncBenchmarks : QuestionBenchmarks
{
    private Func<int, ValueTask> _awaitEach = null!;
    private Func<int, ValueTask> _emitAsync = null!;

    [Params(1, 4, 16)]
    public int Handlers { get; set; }

    private protected override string Question => CompletingQuestion.Name;

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        CreateCases();
        _awaitEach = await GetAsync(CompletingQuestion.Await, Handlers);
        _emitAsync = await GetAsync(CompletingQuestion.EmitAsync, Handlers);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Operations)]
    public ValueTask AwaitEach() => _awaitEach(Operations);

    [Benchmark(OperationsPerInvoke = Operations)]
    public ValueTask EmitAsync() => _emitAsync(Operations);
}
