namespace Pyventus.Conformance;

[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.All))]
public sealed class OnceProperties(ProcessingWay way)
{
    private static readonly EventKey[] _events = ["a", "b", "*"];

    [FsCheck.NUnit.Property(MaxTest = 40, Arbitrary = [typeof(OnceCases)], QuietOnSuccess = true)]
    public async Task<bool> E4_Each_once_subscriber_runs_once_however_many_emit_and_are_refused(OnceCase found)
    {
        int[] runs = new int[found.Subscribers];
        var linker = EventLinker.CreateEmpty();

        // They refuse emissions without a number.
        linker.Subscribe("a", (int _) => { });
        linker.Subscribe("b", (int _) => { });
        for (int subscriber = 0; subscriber < found.Subscribers; subscriber++)
        {
            int index = subscriber;
            linker.Subscribe(_events, _ => Interlocked.Increment(ref runs[index]), new SubscribeOptions { Once = true });
        }

        EventEmitter emitter = way.CreateFor(linker);
        using var start = new Barrier(found.Emitters);
        await Task.WhenAll(Enumerable.Range(0, found.Emitters).Select(number => DedicatedThread.RunAsync(() =>
        {
            var random = new Random(found.Seed + number);
            start.SignalAndWait(Deadline.Limit);
            for (int emission = 0; emission < found.Emissions; emission++)
            {
                Emit(emitter, random);
            }
        })));
        await emitter.EmitAsync("a", 1).InTime();
        await emitter.DisposeAsync().InTime();
        return runs.All(static count => count == 1) && linker.SubscriberCount == 2;
    }

    private static void Emit(EventEmitter emitter, Random random)
    {
        string name = random.Next(2) == 0 ? "a" : "b";
        switch (random.Next(4))
        {
            case 0:
                Assert.That(() => emitter.Emit(name, "no number"), Throws.InstanceOf<EventSignatureException>());
                break;
            case 1:
                Assert.That(async () => await emitter.EmitAsync(name, 1, new CancellationToken(true)), Throws.InstanceOf<OperationCanceledException>());
                break;
            case 2:
                emitter.Emit(name, 1);
                break;
            default:
                emitter.EmitAsync(name, 1).InTime().GetAwaiter().GetResult();
                break;
        }
    }
}
