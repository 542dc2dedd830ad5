using System.Diagnostics;

namespace Pyventus.Conformance;

/// <summary>
/// A cancellation at every moment of a submission: an emission that was cancelled before its start leaves all once
/// subscribers to the next one.
/// </summary>
public sealed class CancelledClaimTests
{
    // Many, so that claiming them takes as long as the steps around it.
    private const int Subscribers = 200;
    private static readonly TimeSpan _length = TimeSpan.FromMilliseconds(600);

    private readonly EventLinker _linker = EventLinker.CreateEmpty();
    private CancellationTokenSource? _cancelling;
    private int _delay = 200;
    private bool _stops;

    [TestCaseSource(typeof(ProcessingWays), nameof(ProcessingWays.BuiltIn))]
    public Task E4_E8_A_cancelled_EmitAsync_never_keeps_a_claim(ProcessingWay way) => RunRoundsAsync(way.CreateFor(_linker), (emitter, cancellation, delay) =>
    {
        CancelElsewhere(cancellation, delay);
        return emitter.EmitAsync("e", cancellation.Token).AsTask();
    });

    [Test]
    public Task E4_E8_A_cancelled_wait_for_room_never_keeps_a_claim()
    {
        bool occupied = false;
        bool released = false;
        _linker.Subscribe("nothing", () => { });
        _linker.Subscribe("occupy", () =>
        {
            Volatile.Write(ref occupied, true);
            SpinWait.SpinUntil(() => Volatile.Read(ref released), Deadline.Limit);
        });
        var executor = new ThreadPoolExecutor(new ThreadPoolExecutorOptions { MaxWorkers = 1, Capacity = 1 });
        return RunRoundsAsync(new ExecutorEventEmitter(executor, new EventEmitterOptions { Linker = _linker }), (emitter, cancellation, delay) =>
        {
            occupied = false;
            released = false;
            emitter.Emit("occupy");
            Assert.That(SpinWait.SpinUntil(() => Volatile.Read(ref occupied), Deadline.Limit));
            emitter.Emit("nothing");
            Task<EmissionResult> emission = emitter.EmitAsync("e", cancellation.Token).AsTask();
            CancelElsewhere(cancellation, delay);
            Volatile.Write(ref released, true);
            return emission;
        });
    }

    private async Task RunRoundsAsync(EventEmitter emitter, Func<EventEmitter, CancellationTokenSource, int, Task<EmissionResult>> emit)
    {
        Task canceller = DedicatedThread.RunAsync(CancelUntilStopped);
        await DedicatedThread.RunAsync(() =>
        {
            var random = new Random(11);
            SubscribeAll();
            for (var clock = Stopwatch.StartNew(); clock.Elapsed < _length;)
            {
                using var cancellation = new CancellationTokenSource();
                Task<EmissionResult> emission = emit(emitter, cancellation, random.Next(_delay));
                Assert.That(SpinWait.SpinUntil(() => Volatile.Read(ref _cancelling) is null, Deadline.Limit));
                try
                {
                    AssertAllRan(emission);
                    SubscribeAll();
                    _delay = Math.Max(_delay * 3 / 4, 10);
                }
                catch (OperationCanceledException)
                {
                    // Not late enough; the next emission has to run them all.
                    _delay += 2;
                }
            }

            AssertAllRan(emitter.EmitAsync("e").AsTask());
        });
        Volatile.Write(ref _stops, true);
        await canceller;
        await emitter.DisposeAsync().InTime();
    }

    private static void AssertAllRan(Task<EmissionResult> emission) =>
        Assert.That(emission.InTime().GetAwaiter().GetResult().SubscriberCount, Is.EqualTo(Subscribers));

    private void SubscribeAll()
    {
        for (int index = 0; index < Subscribers; index++)
        {
            _linker.Subscribe("e", () => { }, new SubscribeOptions { Once = true });
        }

        // The snapshot is made outside of what is raced.
        Assert.That(_linker.GetSubscribers("e"), Has.Count.EqualTo(Subscribers));
    }

    private void CancelElsewhere(CancellationTokenSource cancellation, int delay)
    {
        Volatile.Write(ref _delayOfCancelling, delay);
        Volatile.Write(ref _cancelling, cancellation);
    }

    private int _delayOfCancelling;

    private void CancelUntilStopped()
    {
        while (!Volatile.Read(ref _stops))
        {
            if (Volatile.Read(ref _cancelling) is { } cancellation)
            {
                Thread.SpinWait(_delayOfCancelling);
                cancellation.Cancel();
                Volatile.Write(ref _cancelling, null);
            }
        }
    }
}
