using System.Runtime.CompilerServices;

namespace Pyventus.Conformance;

/// <summary>Emissions that a full queue gives up leave nothing behind: no memory, no claim.</summary>
public sealed class GivenUpEmissionTests
{
    private readonly EventLinker _linker = EventLinker.CreateEmpty();

    [Test]
    public Task X1_A_cancelled_request_for_room_lets_go_of_its_payload_at_once() => DedicatedThread.RunAsync(() =>
    {
        using OccupiedWorker occupied = Occupy(FullMode.Wait);
        _linker.Subscribe("e", (object _) => { });
        occupied.Emitter.Emit("e", new object());
        WeakReference[] payloads = [.. Enumerable.Range(0, 20).Select(_ => CancelRequest(occupied.Emitter))];
        for (int attempt = 0; attempt < 20 && Array.Exists(payloads, static payload => payload.IsAlive); attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.That(payloads.Count(static payload => payload.IsAlive), Is.Zero, "the queue is still full, and nobody waits");
    });

    [Test]
    public Task E4_X1_The_once_subscriber_of_a_dropped_emission_runs_in_the_one_that_replaced_it([Values] bool awaited) => DedicatedThread.RunAsync(() =>
    {
        using OccupiedWorker occupied = Occupy(FullMode.DropOldest);
        occupied.Emitter.HandlerFailed += (_, _) => { };
        var calls = new List<string>();
        _linker.Subscribe("e", (string emission) => calls.Add($"once {emission}"), new SubscribeOptions { Once = true });
        _linker.Subscribe("e", (string emission) => calls.Add($"always {emission}"));
        Task<EmissionResult>? dropped = null;
        if (awaited)
        {
            dropped = occupied.Emitter.EmitAsync("e", "first").AsTask();
        }
        else
        {
            occupied.Emitter.Emit("e", "first");
        }

        Task<EmissionResult> replacement = occupied.Emitter.EmitAsync("e", "second").AsTask();
        if (dropped is not null)
        {
            Assert.That(() => dropped.InTime().GetAwaiter().GetResult(), Throws.InstanceOf<EmissionRejectedException>());
        }

        occupied.Release();
        Assert.That(replacement.InTime().GetAwaiter().GetResult().SubscriberCount, Is.EqualTo(2));
        Assert.That(calls, Is.EqualTo(["once second", "always second"]));
    });

    // A frame of its own, so that no register or local keeps what the test asks for.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference CancelRequest(ExecutorEventEmitter emitter)
    {
        using var cancellation = new CancellationTokenSource();
        object payload = new();
        Task<EmissionResult> emission = emitter.EmitAsync("e", payload, cancellation.Token).AsTask();
        Assert.That(emission.IsCompleted, Is.False);
        cancellation.Cancel();
        Assert.That(() => emission.InTime().GetAwaiter().GetResult(), Throws.InstanceOf<OperationCanceledException>());
        return new WeakReference(payload);
    }

    private OccupiedWorker Occupy(FullMode mode) => new(
        _linker,
        new ExecutorEventEmitter(
            new ThreadPoolExecutor(new ThreadPoolExecutorOptions { MaxWorkers = 1, Capacity = 1, FullMode = mode }),
            new EventEmitterOptions { Linker = _linker }));
}
