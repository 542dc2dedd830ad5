namespace Pyventus.Conformance;

/// <summary>A thread pool that cannot grow, all of whose threads block in calls of the library.</summary>
[NonParallelizable]
public sealed class StarvationTests
{
    private const int Emissions = 1_000;

    private readonly EventLinker _linker = EventLinker.CreateEmpty();
    private FixedThreadPool? _pool;

    [SetUp]
    public void FixThePool() => _pool = new FixedThreadPool();

    [TearDown]
    public void FreeThePool() => _pool?.Dispose();

    [TestCase(0, 1)]
    [TestCase(1, 1)]
    [TestCase(2, 4)]
    public async Task X1_Emit_that_waits_for_room_on_every_pool_thread_goes_on(int workers, int capacity)
    {
        int runs = 0;
        _linker.Subscribe("e", () => Interlocked.Increment(ref runs));
        var executor = new ThreadPoolExecutor(new ThreadPoolExecutorOptions { MaxWorkers = workers, Capacity = capacity });
        var emitter = new ExecutorEventEmitter(executor, new EventEmitterOptions { Linker = _linker });
        int threads = FixedThreadPool.Threads * 2;
        using var finished = new CountdownEvent(threads);
        for (int thread = 0; thread < threads; thread++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(_ =>
            {
                for (int index = 0; index < Emissions / threads; index++)
                {
                    emitter.Emit("e");
                }

                finished.Signal();
            }, null);
        }

        await DedicatedThread.RunAsync(() =>
        {
            bool goesOn = finished.Wait(Deadline.Limit / 2);
            emitter.Shutdown(wait: goesOn, cancelPending: !goesOn);
            Assert.That(goesOn, "every thread of the pool waits for room, and no worker can start");
        });
        Assert.That(runs, Is.EqualTo(Emissions / threads * threads));
    }

    [Test]
    public async Task A3_Emit_that_waits_on_every_pool_thread_goes_on_when_handlers_do()
    {
        int runs = 0;
        _linker.Subscribe("e", async () =>
        {
            await Task.CompletedTask;
            Interlocked.Increment(ref runs);
        });
        await using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = _linker }, new AsyncProcessingOptions { Context = AsyncContext.Wait, EnforceSubmissionOrder = true });
        await Task.WhenAll(Enumerable.Range(0, Emissions).Select(_ => Task.Run(() => emitter.Emit("e")))).InTime();
        Assert.That(runs, Is.EqualTo(Emissions));
    }
}
