using BenchmarkDotNet.Attributes;
using Pyventus.Benchmarks.Cases.Executors;

namespace Pyventus.Benchmarks.Tables;

/// <summary>Emissions on the shared thread pool, beside the pool itself.</summary>
[MemoryDiagnoser]
[HideColumns("Error", "RatioSD", "Alloc Ratio")]
public class SharedPoolBenchmarks : QuestionBenchmarks
{
    private Func<int, ValueTask> _queueUserWorkItem = null!;
    private Func<int, ValueTask> _emit = null!;

    private protected override string Question => SharedPoolQuestion.Name;

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        CreateCases();
        _queueUserWorkItem = await GetAsync(SharedPoolQuestion.Baseline, 1);
        _emit = await GetAsync(SharedPoolQuestion.Emit, 1);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = JobCase.Burst)]
    public ValueTask QueueUserWorkItem() => _queueUserWorkItem(JobCase.Burst);

    [Benchmark(OperationsPerInvoke = JobCase.Burst)]
    public ValueTask Emit() => _emit(JobCase.Burst);
}
