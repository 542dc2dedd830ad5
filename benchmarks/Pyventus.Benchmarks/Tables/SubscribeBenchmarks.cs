using BenchmarkDotNet.Attributes;
using Pyventus.Benchmarks.Cases.Linking;

namespace Pyventus.Benchmarks.Tables;

/// <summary>Subscribing and unsubscribing again, with any number of other subscribers.</summary>
[MemoryDiagnoser]
[HideColumns("Error", "RatioSD", "Alloc Ratio")]
public class SubscribeBenchmarks : QuestionBenchmarks
{
    private Func<int, ValueTask> _list = null!;
    private Func<int, ValueTask> _othersElsewhere = null!;
    private Func<int, ValueTask> _othersOnTheEvent = null!;

    [Params(10, 1000, 100_000)]
    public int OtherSubscribers { get; set; }

    private protected override string Question => SubscribeQuestion.Name;

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        CreateCases();
        _list = await GetAsync(SubscribeQuestion.List, OtherSubscribers);
        _othersElsewhere = await GetAsync(SubscribeQuestion.OthersElsewhere, OtherSubscribers);
        _othersOnTheEvent = await GetAsync(SubscribeQuestion.OthersOnTheEvent, OtherSubscribers);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Operations)]
    public ValueTask List() => _list(Operations);

    [Benchmark(OperationsPerInvoke = Operations)]
    public ValueTask OthersElsewhere() => _othersElsewhere(Operations);

    [Benchmark(OperationsPerInvoke = Operations)]
    public ValueTask OthersOnTheEvent() => _othersOnTheEvent(Operations);
}
