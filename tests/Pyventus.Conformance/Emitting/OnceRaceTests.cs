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
            for (int round = 1; round <= Rounds; round++)
            {
                SpinWait.SpinUntil(() => Volatile.Read(ref arrivals) >= round, Deadline.Limit);
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
}
