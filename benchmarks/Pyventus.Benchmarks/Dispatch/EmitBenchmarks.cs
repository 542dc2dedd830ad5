using System.Collections.Frozen;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;

namespace Pyventus.Benchmarks.Dispatch;

/// <summary>
/// <c>Emit</c> of one event with a payload to N static handlers, beside the ways to do it by hand. Each is called in a
/// loop, since a single direct call is too short to be told from the measurement.
/// </summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
[HideColumns("Error", "RatioSD", "Alloc Ratio")]
public class EmitBenchmarks
{
    private const int Operations = 1000;
    private const int Value = 1;

    private readonly EventEmitter _emitter = new AsyncEventEmitter();
    private readonly Action<int> _delegate1 = Combine(1);
    private readonly Action<int> _delegate4 = Combine(4);
    private readonly Action<int> _delegate16 = Combine(16);
    private readonly Dictionary<string, Action<int>[]> _dictionary = CreateDictionary();
    private readonly FrozenDictionary<string, Action<int>[]> _frozen = CreateDictionary().ToFrozenDictionary(StringComparer.Ordinal);

    // Runs in each benchmark process: what is timed calls every handler once.
    [GlobalSetup]
    public void Verify()
    {
        Verify(1, Direct1, MulticastDelegate1, DictionaryLoop1, FrozenDictionaryLoop1, Emit1);
        Verify(4, Direct4, MulticastDelegate4, DictionaryLoop4, FrozenDictionaryLoop4, Emit4);
        Verify(16, Direct16, MulticastDelegate16, DictionaryLoop16, FrozenDictionaryLoop16, Emit16);
    }

    [BenchmarkCategory("N=1"), Benchmark(Baseline = true, OperationsPerInvoke = Operations)]
    public void Direct1()
    {
        for (int count = 0; count < Operations; count++)
        {
            SyncHandlers.H1(Value);
        }
    }

    [BenchmarkCategory("N=1"), Benchmark(OperationsPerInvoke = Operations)]
    public void MulticastDelegate1()
    {
        for (int count = 0; count < Operations; count++)
        {
            _delegate1(Value);
        }
    }

    [BenchmarkCategory("N=1"), Benchmark(OperationsPerInvoke = Operations)]
    public void DictionaryLoop1()
    {
        for (int count = 0; count < Operations; count++)
        {
            Loop(_dictionary["sync.1"]);
        }
    }

    [BenchmarkCategory("N=1"), Benchmark(OperationsPerInvoke = Operations)]
    public void FrozenDictionaryLoop1()
    {
        for (int count = 0; count < Operations; count++)
        {
            Loop(_frozen["sync.1"]);
        }
    }

    [BenchmarkCategory("N=1"), Benchmark(OperationsPerInvoke = Operations)]
    public void Emit1()
    {
        for (int count = 0; count < Operations; count++)
        {
            _emitter.Emit("sync.1", Value);
        }
    }

    [BenchmarkCategory("N=4"), Benchmark(Baseline = true, OperationsPerInvoke = Operations)]
    public void Direct4()
    {
        for (int count = 0; count < Operations; count++)
        {
            SyncHandlers.H1(Value);
            SyncHandlers.H2(Value);
            SyncHandlers.H3(Value);
            SyncHandlers.H4(Value);
        }
    }

    [BenchmarkCategory("N=4"), Benchmark(OperationsPerInvoke = Operations)]
    public void MulticastDelegate4()
    {
        for (int count = 0; count < Operations; count++)
        {
            _delegate4(Value);
        }
    }

    [BenchmarkCategory("N=4"), Benchmark(OperationsPerInvoke = Operations)]
    public void DictionaryLoop4()
    {
        for (int count = 0; count < Operations; count++)
        {
            Loop(_dictionary["sync.4"]);
        }
    }

    [BenchmarkCategory("N=4"), Benchmark(OperationsPerInvoke = Operations)]
    public void FrozenDictionaryLoop4()
    {
        for (int count = 0; count < Operations; count++)
        {
            Loop(_frozen["sync.4"]);
        }
    }

    [BenchmarkCategory("N=4"), Benchmark(OperationsPerInvoke = Operations)]
    public void Emit4()
    {
        for (int count = 0; count < Operations; count++)
        {
            _emitter.Emit("sync.4", Value);
        }
    }

    [BenchmarkCategory("N=16"), Benchmark(Baseline = true, OperationsPerInvoke = Operations)]
    public void Direct16()
    {
        for (int count = 0; count < Operations; count++)
        {
            SyncHandlers.H1(Value);
            SyncHandlers.H2(Value);
            SyncHandlers.H3(Value);
            SyncHandlers.H4(Value);
            SyncHandlers.H5(Value);
            SyncHandlers.H6(Value);
            SyncHandlers.H7(Value);
            SyncHandlers.H8(Value);
            SyncHandlers.H9(Value);
            SyncHandlers.H10(Value);
            SyncHandlers.H11(Value);
            SyncHandlers.H12(Value);
            SyncHandlers.H13(Value);
            SyncHandlers.H14(Value);
            SyncHandlers.H15(Value);
            SyncHandlers.H16(Value);
        }
    }

    [BenchmarkCategory("N=16"), Benchmark(OperationsPerInvoke = Operations)]
    public void MulticastDelegate16()
    {
        for (int count = 0; count < Operations; count++)
        {
            _delegate16(Value);
        }
    }

    [BenchmarkCategory("N=16"), Benchmark(OperationsPerInvoke = Operations)]
    public void DictionaryLoop16()
    {
        for (int count = 0; count < Operations; count++)
        {
            Loop(_dictionary["sync.16"]);
        }
    }

    [BenchmarkCategory("N=16"), Benchmark(OperationsPerInvoke = Operations)]
    public void FrozenDictionaryLoop16()
    {
        for (int count = 0; count < Operations; count++)
        {
            Loop(_frozen["sync.16"]);
        }
    }

    [BenchmarkCategory("N=16"), Benchmark(OperationsPerInvoke = Operations)]
    public void Emit16()
    {
        for (int count = 0; count < Operations; count++)
        {
            _emitter.Emit("sync.16", Value);
        }
    }

    private static void Verify(int handlers, params ReadOnlySpan<Action> variants)
    {
        foreach (Action variant in variants)
        {
            long before = SyncHandlers.Sum;
            variant();
            long calls = (SyncHandlers.Sum - before) / Value;
            if (calls != handlers * Operations)
            {
                throw new InvalidOperationException($"{variant.Method.Name} made {calls} calls instead of {handlers * Operations}.");
            }
        }
    }

    private static Action<int> Combine(int handlers) => (Action<int>)Delegate.Combine([.. SyncHandlers.All.Take(handlers)])!;

    private static Dictionary<string, Action<int>[]> CreateDictionary() => new(StringComparer.Ordinal)
    {
        ["sync.1"] = SyncHandlers.All[..1],
        ["sync.4"] = SyncHandlers.All[..4],
        ["sync.16"] = SyncHandlers.All,
    };

    private static void Loop(Action<int>[] handlers)
    {
        foreach (Action<int> handler in handlers)
        {
            handler(Value);
        }
    }
}
