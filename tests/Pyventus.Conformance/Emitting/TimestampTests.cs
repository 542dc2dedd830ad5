namespace Pyventus.Conformance;

[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.All))]
public sealed class TimestampTests(ProcessingWay way) : ConformanceTests(way)
{
    [Test]
    public async Task E_The_time_of_an_emission_is_when_it_was_emitted_however_long_handlers_take([Values] bool asynchronous)
    {
        var clock = new ManualClock();
        DateTimeOffset emitted = clock.Now;
        var seen = new List<DateTimeOffset>();
        Linker.Subscribe("e", () => clock.Now += TimeSpan.FromHours(1));
        Linker.Subscribe("e", (EventContext context) => seen.Add(context.Timestamp));
        if (asynchronous)
        {
            Linker.Subscribe("e", async (EventContext context, CancellationToken _) =>
            {
                await Task.Yield();
                clock.Now += TimeSpan.FromHours(1);
                seen.Add(context.Timestamp);
            });
        }

        EventEmitter emitter = Way.Create(new EventEmitterOptions { Linker = Linker, TimeProvider = clock });
        emitter.Emit("e");
        await emitter.DisposeAsync().InTime();
        Assert.That(seen, Has.Count.EqualTo(asynchronous ? 2 : 1).And.All.EqualTo(emitted));
    }
}
