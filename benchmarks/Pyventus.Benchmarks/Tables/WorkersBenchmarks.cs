using BenchmarkDotNet.Attributes;
using Pyventus.Benchmarks.Cases.Executors;

namespace Pyventus.Benchmarks.Tables;

/// <summary>Emissions with a bounded queue and workers, beside a bounded channel with as many consumers.</summary>
[MemoryDiagnoser]
[HideColumns("Error", "RatioSD", "Alloc Ratio")]
public class WorkersBenchmarks : QuestionBenchmarks
{
    private Func<int, ValueTask> _boundedChannel = null!;
    private Func<int, ValueTask> _emit = null!;

    private protected override string Question => WorkersQuestion.Name;

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        CreateCases();
        _boundedChannel = await GetAsync(WorkersQuestion.Baseline, WorkersQuestion.Workers);
        _emit = await GetAsync(WorkersQuestion.Emit, WorkersQuestion.Workers);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = JobCase.Burst)]
    public ValueTask BoundedChannel() => _boundedChannel(JobCase.Burst);

    [Benchmark(OperationsPerInvoke = JobCase.Burst)]
    public ValueTask Emit() => _emit(JobCase.Burst);
}
