using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;

namespace Pyventus.Benchmarks.Dispatch;

/// <summary><c>EmitAsync</c> to N handlers that complete synchronously, beside awaiting them one after the other.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
[HideColumns("Error", "RatioSD", "Alloc Ratio")]
public class EmitAsyncBenchmarks
{
    private const int Operations = 1000;
    private const int Value = 1;

    private readonly EventEmitter _emitter = new AsyncEventEmitter();

    // Runs in each benchmark process: what is timed calls every handler once.
    [GlobalSetup]
    public async Task VerifyAsync()
    {
        await VerifyAsync(1, Direct1, EmitAsync1);
        await VerifyAsync(4, Direct4, EmitAsync4);
        await VerifyAsync(16, Direct16, EmitAsync16);
    }

    [BenchmarkCategory("N=1"), Benchmark(Baseline = true, OperationsPerInvoke = Operations)]
    public async ValueTask Direct1()
    {
        for (int count = 0; count < Operations; count++)
        {
            await AsyncHandlers.H1(Value);
        }
    }

    [BenchmarkCategory("N=1"), Benchmark(OperationsPerInvoke = Operations)]
    public async ValueTask EmitAsync1()
    {
        for (int count = 0; count < Operations; count++)
        {
            await _emitter.EmitAsync("async.1", Value);
        }
    }

    [BenchmarkCategory("N=4"), Benchmark(Baseline = true, OperationsPerInvoke = Operations)]
    public async ValueTask Direct4()
    {
        for (int count = 0; count < Operations; count++)
        {
            await AsyncHandlers.H1(Value);
            await AsyncHandlers.H2(Value);
            await AsyncHandlers.H3(Value);
            await AsyncHandlers.H4(Value);
        }
    }

    [BenchmarkCategory("N=4"), Benchmark(OperationsPerInvoke = Operations)]
    public async ValueTask EmitAsync4()
    {
        for (int count = 0; count < Operations; count++)
        {
            await _emitter.EmitAsync("async.4", Value);
        }
    }

    [BenchmarkCategory("N=16"), Benchmark(Baseline = true, OperationsPerInvoke = Operations)]
    public async ValueTask Direct16()
    {
        for (int count = 0; count < Operations; count++)
        {
            await AsyncHandlers.H1(Value);
            await AsyncHandlers.H2(Value);
            await AsyncHandlers.H3(Value);
            await AsyncHandlers.H4(Value);
            await AsyncHandlers.H5(Value);
            await AsyncHandlers.H6(Value);
            await AsyncHandlers.H7(Value);
            await AsyncHandlers.H8(Value);
            await AsyncHandlers.H9(Value);
            await AsyncHandlers.H10(Value);
            await AsyncHandlers.H11(Value);
            await AsyncHandlers.H12(Value);
            await AsyncHandlers.H13(Value);
            await AsyncHandlers.H14(Value);
            await AsyncHandlers.H15(Value);
            await AsyncHandlers.H16(Value);
        }
    }

    [BenchmarkCategory("N=16"), Benchmark(OperationsPerInvoke = Operations)]
    public async ValueTask EmitAsync16()
    {
        for (int count = 0; count < Operations; count++)
        {
            await _emitter.EmitAsync("async.16", Value);
        }
    }

    private static async Task VerifyAsync(int handlers, params Func<ValueTask>[] variants)
    {
        foreach (Func<ValueTask> variant in variants)
        {
            long before = AsyncHandlers.Sum;
            await variant();
            long calls = (AsyncHandlers.Sum - before) / Value;
            if (calls != handlers * Operations)
            {
                throw new InvalidOperationException($"{variant.Method.Name} made {calls} calls instead of {handlers * Operations}.");
            }
        }
    }
}
