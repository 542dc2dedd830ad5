namespace Pyventus.Conformance;

[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.Executors))]
public sealed class ExecutorTests(ProcessingWay way) : ConformanceTests(way)
{
    [Test]
    public async Task X1_Handlers_run_on_pool_threads()
    {
        bool pool = false;
        Linker.Subscribe("e", () => pool = Thread.CurrentThread.IsThreadPoolThread && SynchronizationContext.Current is null);
        await using EventEmitter emitter = CreateEmitter();
        await emitter.EmitAsync("e").InTime();
        Assert.That(pool);
    }

    [Test]
    public async Task X2_After_shutdown_every_emission_is_refused()
    {
        Linker.Subscribe("e", () => Record("run"));
        await using var emitter = (ExecutorEventEmitter)CreateEmitter();
        emitter.Shutdown();
        Assert.That(() => emitter.Emit("e"), Throws.InstanceOf<EmissionRejectedException>());
        Assert.That(() => emitter.Emit("nobody"), Throws.InstanceOf<EmissionRejectedException>());
        Assert.That(() => emitter.Emit(new OrderPlaced(1)), Throws.InstanceOf<EmissionRejectedException>());
        Assert.That(async () => await emitter.EmitAsync("e"), Throws.InstanceOf<EmissionRejectedException>());
        Assert.That(Calls, Is.Empty);
    }

    [Test]
    public async Task X2_Shutdown_finishes_what_was_accepted()
    {
        const int Emissions = 500;
        await using var emitter = (ExecutorEventEmitter)CreateEmitter();
        int runs = 0;
        Linker.Subscribe("e", async () =>
        {
            await Task.Yield();
            Interlocked.Increment(ref runs);
        });
        for (int index = 0; index < Emissions; index++)
        {
            emitter.Emit("e");
        }

        await DedicatedThread.RunAsync(() => emitter.Shutdown(wait: true));
        Assert.That(runs, Is.EqualTo(Emissions));
    }

    [Test]
    public async Task X2_Shutdown_without_waiting_returns_at_once()
    {
        using var release = new ManualResetEventSlim();
        EventEmitter emitter = CreateEmitter();
        Linker.Subscribe("e", () =>
        {
            release.BlockUntilSet();
            Record("run");
        });
        emitter.Emit("e");
        ((ExecutorEventEmitter)emitter).Shutdown(wait: false);
        ValueTask shutdown = ((ExecutorEventEmitter)emitter).ShutdownAsync();
        Assert.That(shutdown.IsCompleted, Is.False);
        using var cancellation = new CancellationTokenSource();
        Task cancelled = ((ExecutorEventEmitter)emitter).ShutdownAsync(cancellationToken: cancellation.Token).AsTask();
        await cancellation.CancelAsync();
        Assert.That(async () => await cancelled.InTime(), Throws.InstanceOf<OperationCanceledException>(), "the waiting is cancelled, not the shutdown");
        Assert.That(Calls, Is.Empty);
        release.Set();
        await shutdown.InTime();
        Assert.That(Calls, Is.EqualTo(["run"]));
        await emitter.DisposeAsync().InTime();
    }

    [Test]
    public async Task X2_Shutdown_is_idempotent_and_concurrent()
    {
        await using var emitter = (ExecutorEventEmitter)CreateEmitter();
        Linker.Subscribe("e", async () => await Task.Yield());
        emitter.Emit("e");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(index => index % 2 == 0
            ? DedicatedThread.RunAsync(() => emitter.Shutdown(cancelPending: index == 4))
            : emitter.DisposeAsync().InTime()));
        emitter.Shutdown();
        emitter.Dispose();
    }

    [Test]
    public async Task X2_Shutdown_inside_a_handler_stops_acceptance_and_returns()
    {
        var emitter = (ExecutorEventEmitter)CreateEmitter();
        Linker.Subscribe("e", async () =>
        {
            emitter.Shutdown(wait: true);
            await emitter.ShutdownAsync();
            emitter.Dispose();
            await emitter.DisposeAsync();
            emitter.Emit("nested");
            Record("handler");
        });
        Linker.Subscribe("nested", () => Record("nested"));
        EmissionResult result = await emitter.EmitAsync("e").InTime();
        result.ThrowIfFailed();
        Assert.That(() => emitter.Emit("e"), Throws.InstanceOf<EmissionRejectedException>());
        await emitter.DisposeAsync().InTime();
        Assert.That(Calls, Is.EqualTo(["handler", "nested"]));
    }

    [Test]
    public async Task X2_An_executor_left_open_outlives_its_emitter()
    {
        await using var executor = new ThreadPoolExecutor();
        Linker.Subscribe("e", () => Record("run"));
        var closed = new ExecutorEventEmitter(executor, new EventEmitterOptions { Linker = Linker }, leaveOpen: true);
        await closed.DisposeAsync().InTime();
        Assert.That(() => closed.Emit("e"), Throws.InstanceOf<EmissionRejectedException>());
        await using var open = new ExecutorEventEmitter(executor, new EventEmitterOptions { Linker = Linker });
        await open.EmitAsync("e").InTime();
        Assert.That(Calls, Is.EqualTo(["run"]));
    }

    [Test]
    public void X2_An_emitter_shuts_its_executor_down_also_when_the_body_threw()
    {
        var executor = new ThreadPoolExecutor();
        Assert.That(
            () =>
            {
                using var emitter = new ExecutorEventEmitter(executor, new EventEmitterOptions { Linker = Linker });
                emitter.Emit("nobody");
                throw new InvalidOperationException("body");
            },
            Throws.InvalidOperationException);
        using var next = new ExecutorEventEmitter(executor, new EventEmitterOptions { Linker = Linker });
        Assert.That(() => next.Emit("nobody"), Throws.InstanceOf<EmissionRejectedException>());
    }

    [Test]
    public Task X2_CancelPending_abandons_what_has_not_started() => DedicatedThread.RunAsync(() =>
    {
        // Blocking throughout: the handlers occupy the pool that continuations would need.
        const int Emissions = 200;
        using var release = new ManualResetEventSlim();
        using var started = new ManualResetEventSlim();
        int runs = 0;
        Linker.Subscribe("e", () =>
        {
            Interlocked.Increment(ref runs);
            started.Set();
            release.BlockUntilSet();
        });
        var emitter = (ExecutorEventEmitter)CreateEmitter();
        Task<EmissionResult>[] emissions = [.. Enumerable.Range(0, Emissions).Select(_ => emitter.EmitAsync("e").AsTask())];
        started.BlockUntilSet();
        Task shutdown = emitter.ShutdownAsync(cancelPending: true).AsTask();
        release.Set();
        Assert.That(shutdown.Wait(Deadline.Limit));
        int abandoned = emissions.Count(static emission =>
            emission.InTime().ContinueWith(static task => task.Exception?.InnerException is EmissionRejectedException, TaskScheduler.Default).Result);
        Assert.That(runs + abandoned, Is.EqualTo(Emissions));
        Assert.That(runs, Is.InRange(1, Emissions - 1));
        emitter.Dispose();
    });

    [Test]
    public async Task E12_The_execution_context_can_be_suppressed([Values(0, 1)] int maxWorkers)
    {
        var ambient = new AsyncLocal<string?>();
        using var release = new ManualResetEventSlim();
        Linker.Subscribe("e", () =>
        {
            release.BlockUntilSet();
            Record(ambient.Value ?? "none");
            ambient.Value = "left behind";
        });
        await using var emitter = new ExecutorEventEmitter(
            new ThreadPoolExecutor(new ThreadPoolExecutorOptions { MaxWorkers = maxWorkers, SuppressExecutionContext = true }),
            new EventEmitterOptions { Linker = Linker });
        ambient.Value = "caller";
        Task[] emissions = [.. Enumerable.Range(0, 20).Select(_ => emitter.EmitAsync("e").InTime())];
        release.Set();
        await Task.WhenAll(emissions);
        Assert.That(Calls, Is.All.EqualTo("none"), "neither the caller's nor what the emission before left");
        Assert.That(Calls.Count(), Is.EqualTo(20));
    }
}
