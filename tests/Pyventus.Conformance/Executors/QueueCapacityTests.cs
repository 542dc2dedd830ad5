namespace Pyventus.Conformance;

public sealed class QueueCapacityTests
{
    private readonly EventLinker _linker = EventLinker.CreateEmpty();

    [Test]
    public Task X1_R1_A_handler_emits_20000_into_its_own_full_queue([Values] FullMode mode, [Values(0, 1, 2)] int workers) => DedicatedThread.RunAsync(() =>
    {
        const int Nested = 20_000;
        int runs = 0;
        int reported = 0;
        ExecutorEventEmitter emitter = CreateEmitter(workers, 1, mode);
        emitter.HandlerFailed += (_, _) => Interlocked.Increment(ref reported);
        _linker.Subscribe("parent", () =>
        {
            for (int index = 0; index < Nested; index++)
            {
                emitter.Emit("child");
            }
        });
        _linker.Subscribe("child", () => Interlocked.Increment(ref runs));
        emitter.Emit("parent");
        emitter.Shutdown();
        Assert.That((runs, reported), Is.EqualTo((Nested, 0)), "what a handler emits is accepted beyond the capacity");
    });

    [Test]
    public Task X1_R1_A_handler_awaits_emissions_into_its_own_full_queue([Values] FullMode mode, [Values(0, 1, 2)] int workers) => DedicatedThread.RunAsync(() =>
    {
        const int Nested = 2_000;
        int runs = 0;
        ExecutorEventEmitter emitter = CreateEmitter(workers, 1, mode);
        _linker.Subscribe("parent", async () =>
        {
            for (int index = 0; index < Nested; index++)
            {
                (await emitter.EmitAsync("child")).ThrowIfFailed();
            }
        });
        _linker.Subscribe("child", async () =>
        {
            await Task.Yield();
            Interlocked.Increment(ref runs);
        });
        emitter.EmitAsync("parent").InTime().GetAwaiter().GetResult().ThrowIfFailed();
        emitter.Shutdown();
        Assert.That(runs, Is.EqualTo(Nested));
    });

    [Test]
    public Task X1_Throw_refuses_beyond_the_capacity() => DedicatedThread.RunAsync(() =>
    {
        using var occupied = new OccupiedWorker(_linker, CreateEmitter(1, 2, FullMode.Throw));
        int runs = 0;
        _linker.Subscribe("e", () => runs++);
        EventSubscriber once = _linker.Subscribe("f", () => runs += 100, new SubscribeOptions { Once = true });
        occupied.Emitter.Emit("e");
        Task<EmissionResult> second = occupied.Emitter.EmitAsync("e").AsTask();
        Assert.That(() => occupied.Emitter.Emit("f"), Throws.InstanceOf<EmissionRejectedException>().With.Message.Contains("full (2 "));
        Assert.That(() => occupied.Emitter.EmitAsync("f").InTime().GetAwaiter().GetResult(), Throws.InstanceOf<EmissionRejectedException>());
        Assert.That(_linker.ContainsSubscriber(once), "a rejected emission never takes the once subscriber");
        occupied.Release();
        Assert.That(second.InTime().Result.SubscriberCount, Is.EqualTo(1));
        occupied.Emitter.Emit("f");
        occupied.Emitter.Shutdown();
        Assert.That(runs, Is.EqualTo(102));
    });

    [Test]
    public Task X1_DropOldest_drops_the_oldest_and_reports_it() => DedicatedThread.RunAsync(() =>
    {
        using var occupied = new OccupiedWorker(_linker, CreateEmitter(1, 2, FullMode.DropOldest));
        var runs = new List<int>();
        var told = new List<Exception>();
        occupied.Emitter.HandlerFailed += (_, e) => told.Add(e.Exception);
        using var drained = new ManualResetEventSlim();
        _linker.Subscribe("e", (int number) =>
        {
            runs.Add(number);
            if (number == 3)
            {
                drained.Set();
            }
        });
        EventSubscriber once = _linker.Subscribe("once", () => runs.Add(0), new SubscribeOptions { Once = true });
        occupied.Emitter.Emit("once");
        Task<EmissionResult> awaited = occupied.Emitter.EmitAsync("e", 1).AsTask();
        occupied.Emitter.Emit("e", 2);
        Assert.That(told.Single(), Is.InstanceOf<EmissionRejectedException>().With.Message.Contains("DropOldest"));
        Assert.That(_linker.ContainsSubscriber(once));
        occupied.Emitter.Emit("e", 3);
        Assert.That(() => awaited.InTime().GetAwaiter().GetResult(), Throws.InstanceOf<EmissionRejectedException>());
        occupied.Release();
        drained.BlockUntilSet();
        occupied.Emitter.EmitAsync("once").InTime().GetAwaiter().GetResult();
        occupied.Emitter.Shutdown();
        Assert.That(runs, Is.EqualTo([2, 3, 0]), "the dropped emission gave the once subscriber back");
        Assert.That(told, Has.Count.EqualTo(1), "an awaited emission tells its caller");
    });

    [Test]
    public Task X1_Wait_blocks_Emit_and_suspends_EmitAsync_until_there_is_room_in_the_order_made() => DedicatedThread.RunAsync(() =>
    {
        using var occupied = new OccupiedWorker(_linker, CreateEmitter(1, 1, FullMode.Wait));
        var runs = new List<int>();
        _linker.Subscribe("e", (int number) => runs.Add(number));
        occupied.Emitter.Emit("e", 1);
        Task<EmissionResult> second = occupied.Emitter.EmitAsync("e", 2).AsTask();
        Task<EmissionResult> third = occupied.Emitter.EmitAsync("e", 3).AsTask();
        using var blocking = new ManualResetEventSlim();
        Task fourth = DedicatedThread.RunAsync(() =>
        {
            blocking.Set();
            occupied.Emitter.Emit("e", 4);
        });
        blocking.BlockUntilSet();
        Assert.That(second.IsCompleted || third.IsCompleted || fourth.IsCompleted, Is.False);
        occupied.Release();
        Assert.That(Task.WaitAll([second, third, fourth], Deadline.Limit));
        occupied.Emitter.Shutdown();
        Assert.That(runs.Take(3), Is.EqualTo([1, 2, 3]));
        Assert.That(runs, Has.Count.EqualTo(4));
    });

    [Test]
    public Task X1_Waiting_for_room_can_be_cancelled() => DedicatedThread.RunAsync(() =>
    {
        using var occupied = new OccupiedWorker(_linker, CreateEmitter(1, 1, FullMode.Wait));
        var runs = new List<int>();
        _linker.Subscribe("e", (int number) => runs.Add(number));
        using var cancellation = new CancellationTokenSource();
        occupied.Emitter.Emit("e", 1);
        Task<EmissionResult> cancelled = occupied.Emitter.EmitAsync("e", 2, cancellation.Token).AsTask();
        Task<EmissionResult> patient = occupied.Emitter.EmitAsync("e", 3).AsTask();
        cancellation.Cancel();
        Assert.That(() => cancelled.InTime().GetAwaiter().GetResult(), Throws.InstanceOf<OperationCanceledException>());
        occupied.Release();
        Assert.That(patient.InTime().Result.IsSuccess);
        occupied.Emitter.Shutdown();
        Assert.That(runs, Is.EqualTo([1, 3]));
    });

    [Test]
    public Task X2_Shutdown_refuses_who_waits_for_room([Values] bool cancelPending) => DedicatedThread.RunAsync(() =>
    {
        using var occupied = new OccupiedWorker(_linker, CreateEmitter(1, 1, FullMode.Wait));
        int runs = 0;
        _linker.Subscribe("e", () => runs++);
        occupied.Emitter.HandlerFailed += (_, _) => { };
        occupied.Emitter.Emit("e");
        Task<EmissionResult> suspended = occupied.Emitter.EmitAsync("e").AsTask();
        occupied.Emitter.Shutdown(wait: false, cancelPending);
        Assert.That(() => suspended.InTime().GetAwaiter().GetResult(), Throws.InstanceOf<EmissionRejectedException>());
        occupied.Release();
        occupied.Emitter.Shutdown();
        Assert.That(runs, Is.EqualTo(cancelPending ? 0 : 1));
    });

    [TestCase(-1, null, FullMode.Wait)]
    [TestCase(0, 0, FullMode.Wait)]
    [TestCase(0, -5, FullMode.Wait)]
    [TestCase(0, 1, (FullMode)17)]
    public void X1_Impossible_options_are_refused(int workers, int? capacity, FullMode mode)
    {
        var options = new ThreadPoolExecutorOptions { MaxWorkers = workers, Capacity = capacity, FullMode = mode };
        Assert.That(() => new ThreadPoolExecutor(options), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public Task X1_Never_more_emissions_at_a_time_than_workers([Values(1, 2, 4)] int workers) => DedicatedThread.RunAsync(() =>
    {
        ExecutorEventEmitter emitter = CreateEmitter(workers, null, FullMode.Wait);
        int running = 0;
        int most = 0;
        _linker.Subscribe("e", async () =>
        {
            int now = Interlocked.Increment(ref running);
            InterlockedMax(ref most, now);
            await Task.Yield();
            Interlocked.Decrement(ref running);
        });
        for (int index = 0; index < 2_000; index++)
        {
            emitter.Emit("e");
        }

        emitter.Shutdown();
        Assert.That(most, Is.InRange(1, workers));
    });

    private static void InterlockedMax(ref int target, int value)
    {
        int known = Volatile.Read(ref target);
        while (value > known)
        {
            known = Interlocked.CompareExchange(ref target, value, known);
        }
    }

    private ExecutorEventEmitter CreateEmitter(int workers, int? capacity, FullMode mode) =>
        new(new ThreadPoolExecutor(new ThreadPoolExecutorOptions { MaxWorkers = workers, Capacity = capacity, FullMode = mode }), new EventEmitterOptions { Linker = _linker });
}
