using System.Threading.Channels;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;

namespace Pyventus.Benchmarks.Executors;

/// <summary>
/// Emissions on a <see cref="ThreadPoolExecutor"/>, from the first <c>Emit</c> to the end of the last handler, beside the
/// thread pool itself (shared pool) and a bounded channel with as many consumers (workers). Times are per emission.
/// </summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
[HideColumns("Error", "RatioSD", "Alloc Ratio")]
public class ThreadPoolBenchmarks
{
    private const int Count = 100_000;
    private const int Workers = 2;
    private const int Capacity = 1024;

    private readonly ExecutorEventEmitter _shared = new(new ThreadPoolExecutor());
    private readonly ExecutorEventEmitter _workers = new(new ThreadPoolExecutor(new ThreadPoolExecutorOptions { MaxWorkers = Workers, Capacity = Capacity }));
    private readonly ExecutorEventEmitter _suppressed = new(new ThreadPoolExecutor(new ThreadPoolExecutorOptions { SuppressExecutionContext = true }));

    [GlobalCleanup]
    public void Dispose()
    {
        _shared.Dispose();
        _workers.Dispose();
        _suppressed.Dispose();
    }

    [BenchmarkCategory("shared pool"), Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public Task QueueUserWorkItem()
    {
        Task done = Jobs.Expect(Count);
        for (int number = 0; number < Count; number++)
        {
            ThreadPool.QueueUserWorkItem(Jobs.Run, number, preferLocal: false);
        }

        return done;
    }

    [BenchmarkCategory("shared pool"), Benchmark(OperationsPerInvoke = Count)]
    public Task Emit() => EmitTo(_shared);

    [BenchmarkCategory("no context"), Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public Task UnsafeQueueUserWorkItem()
    {
        Task done = Jobs.Expect(Count);
        for (int number = 0; number < Count; number++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(Jobs.Run, number, preferLocal: false);
        }

        return done;
    }

    [BenchmarkCategory("no context"), Benchmark(OperationsPerInvoke = Count)]
    public Task EmitSuppressed() => EmitTo(_suppressed);

    [BenchmarkCategory("workers"), Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public async Task BoundedChannel()
    {
        Task done = Jobs.Expect(Count);
        var channel = Channel.CreateBounded<int>(Capacity);
        for (int worker = 0; worker < Workers; worker++)
        {
            _ = Task.Run(() => ConsumeAsync(channel.Reader));
        }

        for (int number = 0; number < Count; number++)
        {
            await channel.Writer.WriteAsync(number);
        }

        channel.Writer.Complete();
        await done;
    }

    [BenchmarkCategory("workers"), Benchmark(OperationsPerInvoke = Count)]
    public Task EmitToWorkers() => EmitTo(_workers);

    private static Task EmitTo(ExecutorEventEmitter emitter)
    {
        Task done = Jobs.Expect(Count);
        for (int number = 0; number < Count; number++)
        {
            emitter.Emit("job", number);
        }

        return done;
    }

    private static async Task ConsumeAsync(ChannelReader<int> reader)
    {
        await foreach (int number in reader.ReadAllAsync())
        {
            Jobs.Run(number);
        }
    }
}
