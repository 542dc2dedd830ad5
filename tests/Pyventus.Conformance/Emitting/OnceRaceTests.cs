using System.Diagnostics;

namespace Pyventus.Conformance;

[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.All))]
public sealed class OnceRaceTests(ProcessingWay way) : ConformanceTests(way)
{
    [Test]
    public async Task E4_A_cancellation_that_races_the_start_loses_no_claim_and_runs_nothing_twice()
    {
        await using EventEmitter emitter = CreateEmitter();
        int runs = 0;
        int arrivals = 0;
        int cancellations = 0;
        int stopped = 0;
        using var source = new CancellationTokenSource();
        CancellationTokenSource current = source;
        Task canceller = DedicatedThread.RunAsync(() =>
        {
            // Every step of the emission should be hit now and then.
            var random = new Random(1);
            for (int round = 1; ; round++)
            {
                SpinWait.SpinUntil(() => Volatile.Read(ref arrivals) >= round || Volatile.Read(ref stopped) == 1, Deadline.Limit);
                if (Volatile.Read(ref arrivals) < round)
                {
                    return;
                }

                Thread.SpinWait(random.Next(100));
                Volatile.Read(ref current).Cancel();
                Volatile.Write(ref cancellations, round);
            }
        });
        await DedicatedThread.RunAsync(() =>
        {
            foreach (int round in StressScale.Rounds(3_000))
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
        Volatile.Write(ref stopped, 1);
        await canceller;
        Assert.That(Linker.IsEmpty);
    }

    [Test]
    public async Task E4_Two_emissions_at_the_same_instant_run_a_once_subscriber_once()
    {
        await using EventEmitter emitter = CreateEmitter();
        int runs = 0;
        long instant = 0;
        bool goesOn = true;
        using IEnumerator<int> rounds = StressScale.Rounds(10_000).GetEnumerator();
        using var meeting = new Barrier(2, barrier =>
        {
            Assert.That(runs, Is.EqualTo(barrier.CurrentPhaseNumber));
            goesOn = rounds.MoveNext();
            if (goesOn)
            {
                Linker.Subscribe("e", () => Interlocked.Increment(ref runs), new SubscribeOptions { Once = true });
                instant = Stopwatch.GetTimestamp() + (Stopwatch.Frequency / 200_000);
            }
        });
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => DedicatedThread.RunAsync(() =>
        {
            while (true)
            {
                Assert.That(meeting.SignalAndWait(Deadline.Limit));
                if (!goesOn)
                {
                    return;
                }

                while (Stopwatch.GetTimestamp() < instant)
                {
                    // Leaving a barrier takes the two far longer than what they race for.
                }

                emitter.EmitAsync("e").InTime().GetAwaiter().GetResult();
            }
        })));
        Assert.That(runs, Is.EqualTo(rounds.Current));
    }
}
