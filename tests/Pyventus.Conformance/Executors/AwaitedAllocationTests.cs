namespace Pyventus.Conformance;

/// <summary>
/// What an emission on an executor allocates that is awaited or has callbacks, on all threads: itself, its outcome, and its
/// scope in an execution context; nothing per handler. The limits leave room for the state machines of an unoptimized
/// build, which are objects.
/// </summary>
[NonParallelizable]
public sealed class AwaitedAllocationTests
{
    private const int Attempts = 5;
    private const int Limit = 1_000;
    private const int Emissions = 1_000;

    private readonly EventLinker _linker = EventLinker.CreateEmpty();
    private readonly ManualResetEventSlim _ended = new();

    [TearDown]
    public void DisposeSignal() => _ended.Dispose();

    [Test]
    public async Task An_awaited_emission_to_synchronous_handlers([Values(0, 1)] int maxWorkers)
    {
        _linker.Subscribe("e", (int _) => { });
        await AssertAllocatesAsync(maxWorkers, async emitter => await emitter.EmitAsync("e", 1));
    }

    [Test]
    public async Task An_awaited_emission_to_a_handler_that_ends_later([Values(0, 1)] int maxWorkers)
    {
        _linker.Subscribe("e", async (int _) => await Task.Yield());
        await AssertAllocatesAsync(maxWorkers, async emitter => await emitter.EmitAsync("e", 1));
    }

    [Test]
    public async Task An_emission_to_a_handler_with_callbacks([Values(0, 1)] int maxWorkers)
    {
        _linker.Subscribe("e", (int _) => { }, new SubscribeOptions { OnSuccess = _ => _ended.Set() });
        await AssertAllocatesAsync(maxWorkers, emitter =>
        {
            _ended.Reset();
            emitter.Emit("e", 1);
            _ended.BlockUntilSet();
            return Task.CompletedTask;
        });
    }

    // What else runs can only add to it: the least of several attempts counts.
    private async Task AssertAllocatesAsync(int maxWorkers, Func<EventEmitter, Task> emitAsync)
    {
        var executor = new ThreadPoolExecutor(new ThreadPoolExecutorOptions { MaxWorkers = maxWorkers });
        await using var emitter = new ExecutorEventEmitter(executor, new EventEmitterOptions { Linker = _linker, Debug = false });
        Task<double> measured;
        using (ExecutionContext.SuppressFlow())
        {
            // Without any execution context, so that nothing else in it is copied.
            measured = Task.Run(() => MeasureAsync(emitter, emitAsync));
        }

        Assert.That(await measured, Is.InRange(1, Limit));
    }

    private static async Task<double> MeasureAsync(EventEmitter emitter, Func<EventEmitter, Task> emitAsync)
    {
        double least = double.MaxValue;
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            for (int index = 0; index < Emissions; index++)
            {
                await emitAsync(emitter);
            }

            least = Math.Min(least, (double)(GC.GetTotalAllocatedBytes(precise: true) - before) / Emissions);
        }

        return least;
    }
}
