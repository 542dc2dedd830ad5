namespace Pyventus.Conformance;

/// <summary>Who is told of an emission that never ran may shut the executor down: he does not wait for himself.</summary>
public sealed class DroppedShutdownTests
{
    private readonly EventLinker _linker = EventLinker.CreateEmpty();
    private int _runs;
    private int _told;

    [Test]
    public Task X2_Who_is_told_of_a_dropped_emission_may_shut_the_executor_down() => DedicatedThread.RunAsync(() =>
    {
        using OccupiedWorker occupied = Occupy();
        occupied.Emitter.Emit("e");
        occupied.Emitter.Emit("e");
        Assert.That(_told, Is.EqualTo(1));
        occupied.Release();
        occupied.Emitter.Shutdown();
        Assert.That(_runs, Is.EqualTo(1));
    });

    [Test]
    public Task X2_Who_is_told_of_an_abandoned_emission_may_shut_the_executor_down() => DedicatedThread.RunAsync(() =>
    {
        using OccupiedWorker occupied = Occupy();
        occupied.Emitter.Emit("e");
        occupied.Emitter.Shutdown(wait: false, cancelPending: true);
        Assert.That(_told, Is.EqualTo(1));
        occupied.Release();
        occupied.Emitter.Shutdown();
        Assert.That(_runs, Is.Zero);
    });

    [Test]
    public Task X2_Who_is_told_on_the_shared_pool_may_shut_the_executor_down() => DedicatedThread.RunAsync(() =>
    {
        ExecutorEventEmitter emitter = CreateEmitter(new ThreadPoolExecutorOptions());
        _linker.Subscribe("parent", () =>
        {
            emitter.Shutdown(wait: false, cancelPending: true);
            emitter.Emit("e");
        });
        emitter.Emit("parent");
        emitter.ShutdownAsync(cancelPending: false).InTime().GetAwaiter().GetResult();
        Assert.That((_told, _runs), Is.EqualTo((1, 0)));
    });

    private OccupiedWorker Occupy() =>
        new(_linker, CreateEmitter(new ThreadPoolExecutorOptions { MaxWorkers = 1, Capacity = 1, FullMode = FullMode.DropOldest }));

    private ExecutorEventEmitter CreateEmitter(ThreadPoolExecutorOptions options)
    {
        var emitter = new ExecutorEventEmitter(new ThreadPoolExecutor(options), new EventEmitterOptions { Linker = _linker });
        _linker.Subscribe("e", () => { _runs++; });
        emitter.HandlerFailed += (_, _) =>
        {
            _told++;
            emitter.Shutdown();
        };
        return emitter;
    }
}
