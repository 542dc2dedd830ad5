using System.Diagnostics;

namespace Pyventus.Conformance;

/// <summary>
/// A cancellation while an emission claims its once subscribers. They are so many that claiming takes a while, and the
/// emission stays queued, so that it is always cancelled before its start: every claim has to come back.
/// </summary>
public sealed class CancelledClaimTests : IDisposable
{
    private const int Subscribers = 20_000;
    private static readonly TimeSpan _length = TimeSpan.FromMilliseconds(800);

    private readonly EventLinker _linker = EventLinker.CreateEmpty();
    private readonly HandDrainedService _probes = new();
    private readonly EventEmitter _probe;

    public CancelledClaimTests()
    {
        _probe = new EventEmitter(_probes, Options);
        for (int index = 0; index < Subscribers; index++)
        {
            _linker.Subscribe("e", () => { }, new SubscribeOptions { Once = true });
        }
    }

    private EventEmitterOptions Options => new() { Linker = _linker };

    public void Dispose() => _probe.Dispose();

    [Test]
    public Task E4_E8_A_cancelled_emission_keeps_no_claim_in_the_queue_of_an_executor() => DedicatedThread.RunAsync(() =>
    {
        var executor = new ThreadPoolExecutor(new ThreadPoolExecutorOptions { MaxWorkers = 1 });
        using var occupied = new OccupiedWorker(_linker, new ExecutorEventEmitter(executor, Options));
        RunRounds((cancellation, cancel) =>
        {
            cancel();
            AssertCancelled(occupied.Emitter.EmitAsync("e", cancellation).AsTask());
        });
    });

    [Test]
    public async Task E4_E8_A_cancelled_emission_keeps_no_claim_under_submission_order()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _linker.Subscribe("busy", () => release.Task);
        var emitter = new AsyncEventEmitter(Options, new AsyncProcessingOptions { EnforceSubmissionOrder = true });
        emitter.Emit("busy");
        await DedicatedThread.RunAsync(() => RunRounds((cancellation, cancel) =>
        {
            cancel();
            AssertCancelled(emitter.EmitAsync("e", cancellation).AsTask());
        }));
        release.SetResult();
        await emitter.DisposeAsync().InTime();
    }

    [Test]
    public Task E4_E8_A_cancelled_emission_keeps_no_claim_when_it_is_granted_room() => DedicatedThread.RunAsync(() => RunRounds((cancellation, cancel) =>
    {
        using var firstStarted = new ManualResetEventSlim();
        using var firstEnds = new ManualResetEventSlim();
        using var secondEnds = new ManualResetEventSlim();
        using EventSubscriber first = _linker.Subscribe("first", () =>
        {
            firstStarted.Set();
            firstEnds.BlockUntilSet();
            cancel();
        });
        using EventSubscriber second = _linker.Subscribe("second", secondEnds.BlockUntilSet);
        var executor = new ThreadPoolExecutor(new ThreadPoolExecutorOptions { MaxWorkers = 1, Capacity = 1 });
        var emitter = new ExecutorEventEmitter(executor, Options);
        emitter.Emit("first");
        firstStarted.BlockUntilSet();
        emitter.Emit("second");
        Task<EmissionResult> emission = emitter.EmitAsync("e", cancellation).AsTask();

        // The worker goes on to the second emission; that grants the third its room, where it is claimed and stays.
        firstEnds.Set();
        AssertCancelled(emission);
        secondEnds.Set();
        emitter.Shutdown();
    }));

    private static void AssertCancelled(Task<EmissionResult> emission) =>
        Assert.That(() => emission.InTime().GetAwaiter().GetResult(), Throws.InstanceOf<OperationCanceledException>());

    /// <param name="round">Emits with the token, which is cancelled soon after it called the action.</param>
    private void RunRounds(Action<CancellationToken, Action> round)
    {
        var random = new Random(11);
        long claiming = CountClaims();
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < _length;)
        {
            using var cancellation = new CancellationTokenSource();
            long delay = random.NextInt64(claiming + (claiming / 4));
            bool ready = false;
            bool starts = false;
            Task cancelling = DedicatedThread.RunAsync(() =>
            {
                Volatile.Write(ref ready, true);
                Await(ref starts);
                for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetTimestamp() - start < delay;)
                {
                    Thread.SpinWait(1);
                }

                cancellation.Cancel();
            });
            Await(ref ready);
            round(cancellation.Token, () => Volatile.Write(ref starts, true));
            cancelling.GetAwaiter().GetResult();
            claiming = CountClaims();
        }

        // Without the pauses of SpinWait.SpinUntil, which are longer than what is raced.
        static void Await(ref bool signal)
        {
            for (long start = Stopwatch.GetTimestamp(); !Volatile.Read(ref signal);)
            {
                if (Stopwatch.GetElapsedTime(start) > Deadline.Limit)
                {
                    throw new TimeoutException("The signal did not come.");
                }
            }
        }
    }

    // Claims all of them for an emission that is given up at once. Returns how long that took.
    private long CountClaims()
    {
        long start = Stopwatch.GetTimestamp();
        _ = _probe.EmitAsync("e").AsTask();
        long end = Stopwatch.GetTimestamp();
        EventEmission emission = _probes.Take();
        Assert.That(emission.SubscriberCount, Is.EqualTo(Subscribers), "every claim is back");
        emission.Abandon(new TimeoutException());
        return end - start;
    }
}
