using BenchmarkDotNet.Attributes;
using Pyventus.Benchmarks.Cases.Dispatch;

namespace Pyventus.Benchmarks.Tables;

/// <summary><c>Emit</c> to synchronous handlers, beside the ways to do it by hand.</summary>
[MemoryDiagnoser]
[HideColumns("Error", "RatioSD", "Alloc Ratio")]
public class EmitBenchmarks : QuestionBenchmarks
{
    private Func<int, ValueTask> _direct = null!;
    private Func<int, ValueTask> _inlinableDirect = null!;
    private Func<int, ValueTask> _multicast = null!;
    private Func<int, ValueTask> _event = null!;
    private Func<int, ValueTask> _dictionary = null!;
    private Func<int, ValueTask> _frozenDictionary = null!;
    private Func<int, ValueTask> _emit = null!;
    private Func<int, ValueTask> _inlinableEmit = null!;
    private Func<int, ValueTask> _anyName = null!;
    private Func<int, ValueTask> _lastName = null!;
    private Func<int, ValueTask> _containerLinker = null!;
    private Func<int, ValueTask> _changed = null!;

    [Params(1, 4, 16)]
    public int Handlers { get; set; }

    private protected override string Question => EmitQuestion.Name;

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        CreateCases();
        _direct = await GetAsync(EmitQuestion.Direct, Handlers);
        _inlinableDirect = await GetAsync(EmitQuestion.InlinableDirect, Handlers);
        _multicast = await GetAsync(EmitQuestion.Multicast, Handlers);
        _event = await GetAsync(EmitQuestion.Event, Handlers);
        _dictionary = await GetAsync(EmitQuestion.Dictionary, Handlers);
        _frozenDictionary = await GetAsync(EmitQuestion.FrozenDictionary, Handlers);
        _emit = await GetAsync(EmitQuestion.Emit, Handlers);
        _inlinableEmit = await GetAsync(EmitQuestion.InlinableEmit, Handlers);
        _anyName = await GetAsync(EmitQuestion.AnyName, Handlers);
        _lastName = await GetAsync(EmitQuestion.LastName, Handlers);
        _containerLinker = await GetAsync(EmitQuestion.ContainerLinker, Handlers);
        _changed = await GetAsync(EmitQuestion.Changed, Handlers);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Operations)]
    public ValueTask Direct() => _direct(Operations);

    [Benchmark(OperationsPerInvoke = Operations)]
    public ValueTask DirectInlinable() => _inlinableDirect(Operations);

    [Benchmark(OperationsPerInvoke = Operations)]
    public ValueTask MulticastDelegate() => _multicast(Operations);

    [Benchmark(OperationsPerInvoke = Operations)]
    public ValueTask CSharpEvent() => _event(Operations);

    [Benchmark(OperationsPerInvoke = Operations)]
    public ValueTask DictionaryAndArray() => _dictionary(Operations);

    [Benchmark(OperationsPerInvoke = Operations)]
    public ValueTask FrozenDictionaryAndArray() => _frozenDictionary(Operations);

    [Benchmark(OperationsPerInvoke = Operations)]
    public ValueTask Emit() => _emit(Operations);

    [Benchmark(OperationsPerInvoke = Operations)]
    public ValueTask EmitInlinable() => _inlinableEmit(Operations);

    [Benchmark(OperationsPerInvoke = Operations)]
    public ValueTask EmitRunTimeName() => _anyName(Operations);

    [Benchmark(OperationsPerInvoke = Operations)]
    public ValueTask EmitRunTimeNameUsedLast() => _lastName(Operations);

    [Benchmark(OperationsPerInvoke = Operations)]
    public ValueTask EmitOfContainer() => _containerLinker(Operations);

    [Benchmark(OperationsPerInvoke = Operations)]
    public ValueTask EmitChanged() => _changed(Operations);
}
