namespace Pyventus.Conformance;

/// <summary>Who is told of an emission that never ran may use everything from another thread: no lock is held around him.</summary>
public sealed class DroppedUnderLockTests
{
    private readonly EventLinker _linker = EventLinker.CreateEmpty();

    [Test]
    public Task R7_Dropped_and_abandoned_emissions_are_reported_under_no_lock([Values("dropped", "abandoned")] string how) => DedicatedThread.RunAsync(() =>
    {
        var options = new ThreadPoolExecutorOptions { MaxWorkers = 1, Capacity = 2, FullMode = FullMode.DropOldest };
        using var occupied = new OccupiedWorker(_linker, new ExecutorEventEmitter(new ThreadPoolExecutor(options), new EventEmitterOptions { Linker = _linker }));
        ExecutorEventEmitter emitter = occupied.Emitter;
        int told = 0;
        emitter.HandlerFailed += (_, _) =>
        {
            if (Interlocked.Increment(ref told) == 1)
            {
                DedicatedThread.RunAsync(UseEverything).GetAwaiter().GetResult();
            }
        };
        _linker.Subscribe("e", () => { });
        emitter.Emit("e");
        emitter.Emit("e");
        if (how == "dropped")
        {
            emitter.Emit("e");
        }
        else
        {
            emitter.Shutdown(wait: false, cancelPending: true);
        }

        Assert.That(told, Is.GreaterThan(0));
        occupied.Release();

        void UseEverything()
        {
            _linker.Subscribe("e", () => { }).Dispose();
            try
            {
                emitter.Emit("e");
            }
            catch (EmissionRejectedException)
            {
                Assert.That(how, Is.EqualTo("abandoned"));
            }

            emitter.Shutdown(wait: false, cancelPending: true);
        }
    });

    [Test]
    public Task R7_Continuations_of_those_who_wait_run_under_no_lock() => DedicatedThread.RunAsync(() =>
    {
        using var occupied = new OccupiedWorker(_linker, new ExecutorEventEmitter(
            new ThreadPoolExecutor(new ThreadPoolExecutorOptions { MaxWorkers = 1, Capacity = 1 }),
            new EventEmitterOptions { Linker = _linker }));
        _linker.Subscribe("e", () => { });
        occupied.Emitter.Emit("e");
        using var cancellation = new CancellationTokenSource();
        Task granted = EmitThenUseAsync(CancellationToken.None);
        Task cancelled = EmitThenUseAsync(cancellation.Token);
        cancellation.Cancel();
        occupied.Release();
        Assert.That(Task.WaitAll([granted, cancelled], Deadline.Limit));

        async Task EmitThenUseAsync(CancellationToken cancellationToken)
        {
            try
            {
                await occupied.Emitter.EmitAsync("e", cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                Assert.That(cancellationToken.IsCancellationRequested);
            }

            DedicatedThread.RunAsync(() => occupied.Emitter.Emit("e")).GetAwaiter().GetResult();
        }
    });
}
