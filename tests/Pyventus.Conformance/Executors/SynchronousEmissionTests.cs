using System.Collections.Concurrent;

namespace Pyventus.Conformance;

/// <summary>Emissions to synchronous handlers that nobody awaits: threads run many of them in succession.</summary>
public sealed class SynchronousEmissionTests
{
    private const int Emissions = 500;

    private readonly EventLinker _linker = EventLinker.CreateEmpty();

    [Test]
    public Task X1_A_handler_that_blocks_holds_back_no_other_emission() => DedicatedThread.RunAsync(() =>
    {
        using ExecutorEventEmitter emitter = CreateEmitter(maxWorkers: 0);
        using var others = new CountdownEvent(Emissions);
        int released = 0;
        _linker.Subscribe("e", () => others.Signal());
        _linker.Subscribe("block", () => released += others.Wait(Deadline.Limit) ? 1 : 0);
        for (int index = 0; index < Emissions; index++)
        {
            if (index == Emissions / 2)
            {
                emitter.Emit("block");
            }

            emitter.Emit("e");
        }

        emitter.Shutdown();
        Assert.That(released, Is.EqualTo(1));
    });

    [Test]
    public Task E12_What_a_handler_leaves_behind_is_not_seen_by_the_next([Values(0, 1)] int maxWorkers) => DedicatedThread.RunAsync(() =>
    {
        var ambient = new AsyncLocal<string?>();
        int asEmitted = 0;
        int runs = 0;
        _linker.Subscribe("e", (string given) =>
        {
            Interlocked.Add(ref asEmitted, ambient.Value == given && SynchronizationContext.Current is null ? 1 : 0);
            Interlocked.Increment(ref runs);
            ambient.Value = "left behind";
            SynchronizationContext.SetSynchronizationContext(new SynchronizationContext());
        });
        using ExecutorEventEmitter emitter = CreateEmitter(maxWorkers);
        for (int index = 0; index < Emissions; index++)
        {
            ambient.Value = $"context {index / 10}";
            emitter.Emit("e", ambient.Value);
        }

        emitter.Shutdown();
        Assert.That((runs, asEmitted), Is.EqualTo((Emissions, Emissions)));
    });

    [Test]
    public Task E9_X2_What_a_thread_emits_for_a_handler_is_nested_after_the_shutdown_too([Values(0, 1)] int maxWorkers) => DedicatedThread.RunAsync(() =>
    {
        using ExecutorEventEmitter emitter = CreateEmitter(maxWorkers);
        int nested = 0;
        _linker.Subscribe("nested", () => Interlocked.Increment(ref nested));
        _linker.Subscribe("e", () => { });
        _linker.Subscribe("close", () =>
        {
            emitter.Shutdown();
            DedicatedThread.RunAsync(() =>
            {
                emitter.Shutdown();
                emitter.Emit("nested");
            }).GetAwaiter().GetResult();
        });
        for (int index = 0; index < Emissions; index++)
        {
            emitter.Emit("e");
        }

        emitter.Emit("close");
        emitter.Shutdown();
        Assert.That(nested, Is.EqualTo(1));
    });

    [Test]
    public Task X2_A_thread_that_outlives_its_emission_is_outside_once_the_shutdown_has_ended([Values(0, 1)] int maxWorkers) => DedicatedThread.RunAsync(() =>
    {
        using ExecutorEventEmitter emitter = CreateEmitter(maxWorkers);
        using var closed = new ManualResetEventSlim();
        Task stray = Task.CompletedTask;
        int runs = 0;
        _linker.Subscribe("e", () => runs++);
        _linker.Subscribe("start", () =>
        {
            // No expression: the handler would be one that returns a task.
            stray = DedicatedThread.RunAsync(() =>
            {
                closed.BlockUntilSet();
                emitter.Emit("e");
            });
        });
        emitter.Emit("start");
        emitter.Shutdown();
        closed.Set();
        Assert.That(() => stray.GetAwaiter().GetResult(), Throws.InstanceOf<EmissionRejectedException>());
        Assert.That(runs, Is.Zero);
    });

    [Test]
    public Task E5_A_failing_handler_is_reported_and_the_next_emission_runs() => DedicatedThread.RunAsync(() =>
    {
        using ExecutorEventEmitter emitter = CreateEmitter(maxWorkers: 0);
        var told = new ConcurrentBag<(string Message, Guid Id)>();
        emitter.HandlerFailed += (_, e) => told.Add((e.Exception.Message, e.EmissionId));
        int runs = 0;
        _linker.Subscribe("e", (int _) => Interlocked.Increment(ref runs));
        _linker.Subscribe("e", (int number) => throw new InvalidOperationException($"{number}"));
        for (int index = 0; index < Emissions; index++)
        {
            emitter.Emit("e", index);
        }

        emitter.Shutdown();
        Assert.That(runs, Is.EqualTo(Emissions));
        Assert.That(told.Select(static failure => failure.Message), Is.EquivalentTo(Enumerable.Range(0, Emissions).Select(static number => $"{number}")));
        Assert.That(told.Select(static failure => failure.Id), Is.Unique);
    });

    [Test]
    public Task X1_Nested_emissions_keep_their_place_and_are_never_dropped() => DedicatedThread.RunAsync(() =>
    {
        var options = new ThreadPoolExecutorOptions { MaxWorkers = 1, Capacity = 2, FullMode = FullMode.DropOldest };
        using var emitter = new ExecutorEventEmitter(new ThreadPoolExecutor(options), new EventEmitterOptions { Linker = _linker });
        var runs = new List<string>();
        var dropped = new List<Exception>();
        emitter.HandlerFailed += (_, e) => dropped.Add(e.Exception);
        using var outside = new ManualResetEventSlim();
        using var ready = new ManualResetEventSlim();
        _linker.Subscribe("e", (string name) => runs.Add(name));
        _linker.Subscribe("parent", () =>
        {
            emitter.Emit("e", "nested 1");
            ready.Set();
            outside.BlockUntilSet();
            emitter.Emit("e", "nested 2");
        });
        emitter.Emit("parent");
        ready.BlockUntilSet();
        emitter.Emit("e", "outside 1");
        emitter.Emit("e", "outside 2");
        emitter.Emit("e", "outside 3");
        outside.Set();
        emitter.Shutdown();
        Assert.That(runs, Is.EqualTo(["nested 1", "outside 2", "outside 3", "nested 2"]));
        Assert.That(dropped.Single(), Is.InstanceOf<EmissionRejectedException>());
    });

    private ExecutorEventEmitter CreateEmitter(int maxWorkers) =>
        new(new ThreadPoolExecutor(new ThreadPoolExecutorOptions { MaxWorkers = maxWorkers }), new EventEmitterOptions { Linker = _linker });
}
