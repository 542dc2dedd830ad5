using System.Diagnostics;

namespace Pyventus.Conformance;

[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.All))]
public sealed class OnceRaceTests(ProcessingWay way) : ConformanceTests(way)
{
    [Test]
    public async Task E4_A_cancellation_that_races_the_start_loses_no_claim_and_runs_nothing_twice()
    {
        const int Rounds = 3_000;
        await using EventEmitter emitter = CreateEmitter();
        int runs = 0;
        int arrivals = 0;
        int cancellations = 0;
        using var source = new CancellationTokenSource();
        CancellationTokenSource current = source;
        Task canceller = DedicatedThread.RunAsync(() =>
        {
            // Every step of the emission should be hit now and then.
            var random = new Random(1);
            for (int round = 1; round <= Rounds; round++)
            {
                SpinWait.SpinUntil(() => Volatile.Read(ref arrivals) >= round, Deadline.Limit);
                Thread.SpinWait(random.Next(100));
                Volatile.Read(ref current).Cancel();
                Volatile.Write(ref cancellations, round);
            }
        });
        await DedicatedThread.RunAsync(() =>
        {
            for (int round = 1; round <= Rounds; round++)
            {
                using var cancellation = new CancellationTokenSource();
                Volatile.Write(ref current, cancellation);
                Linker.Subscribe("e", () => Interlocked.Increment(ref runs), new SubscribeOptions { Once = true, ForceAsync = true });
                Volatile.Write(ref arrivals, round);
                try
                {
                    emitter.EmitAsync("e", cancellation.Token).InTime().GetAwaiter().GetResult();
                }
                catch (OperationCanceledException)
                {
                    // Then the next emission runs it.
                }

                SpinWait.SpinUntil(() => Volatile.Read(ref cancellations) >= round, Deadline.Limit);
                emitter.EmitAsync("e").InTime().GetAwaiter().GetResult();
                Assert.That(Volatile.Read(ref runs), Is.EqualTo(round));
            }
        });
        await canceller;
        Assert.That(Linker.IsEmpty);
    }

    [Test]
    public async Task E4_Two_emissions_at_the_same_instant_run_a_once_subscriber_once()
    {
        const int Rounds = 10_000;
        await using EventEmitter emitter = CreateEmitter();
        int runs = 0;
        long instant = 0;
        using var meeting = new Barrier(2, barrier =>
        {
            Assert.That(runs, Is.EqualTo(barrier.CurrentPhaseNumber));
            Linker.Subscribe("e", () => Interlocked.Increment(ref runs), new SubscribeOptions { Once = true });
            instant = Stopwatch.GetTimestamp() + (Stopwatch.Frequency / 200_000);
        });
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => DedicatedThread.RunAsync(() =>
        {
            for (int round = 0; round < Rounds; round++)
            {
                Assert.That(meeting.SignalAndWait(Deadline.Limit));
                while (Stopwatch.GetTimestamp() < instant)
                {
                    // Leaving a barrier takes the two far longer than what they race for.
                }

                emitter.EmitAsync("e").InTime().GetAwaiter().GetResult();
            }
        })));
        Assert.That(runs, Is.EqualTo(Rounds));
    }
}
