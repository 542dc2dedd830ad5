using BenchmarkDotNet.Attributes;
using Pyventus.Benchmarks.Cases.Executors;

namespace Pyventus.Benchmarks.Tables;

/// <summary>Emissions on the shared thread pool without the caller's context, beside the pool itself.</summary>
[MemoryDiagnoser]
[HideColumns("Error", "RatioSD", "Alloc Ratio")]
public class SuppressedContextBenchmarks : QuestionBenchmarks
{
    private Func<int, ValueTask> _unsafeQueueUserWorkItem = null!;
    private Func<int, ValueTask> _emit = null!;

    private protected override string Question => SuppressedContextQuestion.Name;

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        CreateCases();
        _unsafeQueueUserWorkItem = await GetAsync(SuppressedContextQuestion.Baseline, 1);
        _emit = await GetAsync(SuppressedContextQuestion.Emit, 1);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = JobCase.Burst)]
    public ValueTask UnsafeQueueUserWorkItem() => _unsafeQueueUserWorkItem(JobCase.Burst);

    [Benchmark(OperationsPerInvoke = JobCase.Burst)]
    public ValueTask Emit() => _emit(JobCase.Burst);
}
