namespace Pyventus.Conformance;

/// <summary>Once subscribers, 64 emitters and a queue that refuses or drops most of what they emit.</summary>
public sealed class OnceUnderPressureTests
{
    private readonly EventLinker _linker = EventLinker.CreateEmpty();

    [Test]
    public async Task E4_Once_is_exactly_once_when_the_queue_refuses_or_drops([Values] FullMode mode, [Values(0, 1, 2)] int workers)
    {
        const int Emitters = 64;
        const int Rounds = 40;
        int runs = 0;
        int refused = 0;
        int reported = 0;
        var emitter = new ExecutorEventEmitter(
            new ThreadPoolExecutor(new ThreadPoolExecutorOptions { MaxWorkers = workers, Capacity = 1, FullMode = mode }),
            new EventEmitterOptions { Linker = _linker });
        emitter.HandlerFailed += (_, _) => Interlocked.Increment(ref reported);
        _linker.Subscribe("e", () => Thread.SpinWait(100));
        for (int round = 1; round <= Rounds; round++)
        {
            var ran = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _linker.Subscribe("e", () => Run(ran), new SubscribeOptions { Once = true });
            using var start = new Barrier(Emitters);
            await Task.WhenAll(Enumerable.Range(0, Emitters).Select(_ => DedicatedThread.RunAsync(() =>
            {
                start.SignalAndWait(Deadline.Limit);
                try
                {
                    emitter.Emit("e");
                }
                catch (EmissionRejectedException)
                {
                    Interlocked.Increment(ref refused);
                }
            })));
            await EmitUntilAcceptedAsync(emitter);

            // Another worker may have claimed it and not run it yet.
            await ran.Task.InTime();
            Assert.That(runs, Is.EqualTo(round));
        }

        void Run(TaskCompletionSource ran)
        {
            Interlocked.Increment(ref runs);
            ran.SetResult();
        }

        await emitter.DisposeAsync().InTime();
        Assert.That((runs, _linker.SubscriberCount), Is.EqualTo((Rounds, 1)));
        Assert.That(refused, mode == FullMode.Throw ? Is.Not.Zero : Is.Zero);
        Assert.That(reported, mode == FullMode.DropOldest ? Is.Not.Zero : Is.Zero);
    }

    [Test]
    public async Task E4_Each_once_subscriber_runs_once_when_a_busy_queue_refuses_or_drops(
        [Values(FullMode.DropOldest, FullMode.Throw)] FullMode mode, [Values(0, 2)] int workers, [Values(7)] int seed)
    {
        var executor = new ThreadPoolExecutor(new ThreadPoolExecutorOptions { MaxWorkers = workers, Capacity = 1, FullMode = mode });
        var stress = new OnceStress(linker => new ExecutorEventEmitter(executor, new EventEmitterOptions { Linker = linker }), StressScale.Of(100_000), seed);
        await stress.RunAsync();
        Assert.That(mode == FullMode.Throw ? stress.Refused : stress.Reported, Is.Not.Zero);
    }

    // The queue is empty now or soon.
    private static async Task EmitUntilAcceptedAsync(EventEmitter emitter)
    {
        while (true)
        {
            try
            {
                await emitter.EmitAsync("e").InTime();
                return;
            }
            catch (EmissionRejectedException)
            {
                await Task.Yield();
            }
        }
    }
}
