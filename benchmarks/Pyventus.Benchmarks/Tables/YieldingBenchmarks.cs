using BenchmarkDotNet.Attributes;
using Pyventus.Benchmarks.Cases.Async;

namespace Pyventus.Benchmarks.Tables;

/// <summary><c>EmitAsync</c> to four handlers that yield, beside <see cref="Task.WhenAll(Task[])"/>.</summary>
[MemoryDiagnoser]
[HideColumns("Error", "RatioSD", "Alloc Ratio")]
public class YieldingBenchmarks : QuestionBenchmarks
{
    private Func<int, ValueTask> _whenAll = null!;
    private Func<int, ValueTask> _startAllAwaitEach = null!;
    private Func<int, ValueTask> _emitAsync = null!;

    private protected override string Question => YieldingQuestion.Name;

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        CreateCases();
        _whenAll = await GetAsync(YieldingQuestion.WhenAll, YieldingQuestion.Size);
        _startAllAwaitEach = await GetAsync(YieldingQuestion.AwaitEach, YieldingQuestion.Size);
        _emitAsync = await GetAsync(YieldingQuestion.EmitAsync, YieldingQuestion.Size);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Operations)]
    public ValueTask WhenAll() => _whenAll(Operations);

    [Benchmark(OperationsPerInvoke = Operations)]
    public ValueTask StartAllAwaitEach() => _startAllAwaitEach(Operations);

    [Benchmark(OperationsPerInvoke = Operations)]
    public ValueTask EmitAsync() => _emitAsync(Operations);
}
