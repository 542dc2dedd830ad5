namespace Pyventus.Conformance;

[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.BuiltIn))]
public sealed class CountedOutTests(ProcessingWay way) : ConformanceTests(way)
{
    [Test]
    public Task A2_X2_An_emission_whose_EmitAsync_has_ended_is_pending_no_more([Values("sync", "async", "forced")] string kind) => DedicatedThread.RunAsync(() =>
    {
        Linker.Subscribe("sync", () => { });
        Linker.Subscribe("async", async () => await Task.Yield());
        Linker.Subscribe("forced", () => { }, new SubscribeOptions { ForceAsync = true });
        foreach (int round in StressScale.Rounds(1_000))
        {
            EventEmitter emitter = CreateEmitter();
            Task<EmissionResult> emission = emitter.EmitAsync(kind).AsTask();

            // Seen at once, without the detour of a continuation.
            Assert.That(SpinWait.SpinUntil(() => emission.IsCompleted, Deadline.Limit));
            int count = (emitter as AsyncEventEmitter)?.TaskCount ?? 0;
            bool waited = !emitter.DisposeAsync().AsTask().IsCompleted;
            Assert.That((count, waited), Is.EqualTo((0, false)), $"round {round}");
        }
    });
}
