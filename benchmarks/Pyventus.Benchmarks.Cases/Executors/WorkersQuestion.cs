using System.Threading.Channels;

namespace Pyventus.Benchmarks.Cases.Executors;

/// <summary>Emissions with a bounded queue and workers, beside a bounded channel with as many consumers.</summary>
internal static class WorkersQuestion
{
    public const string Name = "executor-workers";
    public const string Baseline = "Channel.CreateBounded<T>";
    public const string Emit = "ThreadPoolExecutor, MaxWorkers and Capacity";
    public const int Workers = 2;
    private const int Capacity = 1024;

    public static Question Create() => new(Name, $"Emissions with a queue of {Capacity} places", "workers", CreateCases);

    private static List<Case> CreateCases()
    {
        var executor = new ThreadPoolExecutor(new ThreadPoolExecutorOptions { MaxWorkers = Workers, Capacity = Capacity });
        return
        [
            JobCase.Create(Name, Baseline, WriteToChannelAsync, Workers, isBaseline: true),
            JobCase.Create(Name, Emit, JobCase.EmitTo(new ExecutorEventEmitter(executor)), Workers),
        ];
    }

    private static async ValueTask WriteToChannelAsync(int operations)
    {
        Task done = Jobs.Expect(operations);
        var channel = Channel.CreateBounded<int>(Capacity);
        for (int worker = 0; worker < Workers; worker++)
        {
            _ = Task.Run(() => ConsumeAsync(channel.Reader));
        }

        for (int number = 0; number < operations; number++)
        {
            await channel.Writer.WriteAsync(number);
        }

        channel.Writer.Complete();
        await done;
    }

    private static async Task ConsumeAsync(ChannelReader<int> reader)
    {
        await foreach (int number in reader.ReadAllAsync())
        {
            Jobs.Run(number);
        }
    }
}
