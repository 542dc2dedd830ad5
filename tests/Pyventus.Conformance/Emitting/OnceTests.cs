namespace Pyventus.Conformance;

[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.All))]
public sealed class OnceTests(ProcessingWay way) : ConformanceTests(way)
{
    private static readonly SubscribeOptions _once = new() { Once = true };

    [Test]
    public async Task E4_A_once_subscriber_runs_a_single_time_and_leaves()
    {
        EventSubscriber subscriber = Linker.Subscribe("e", () => Record("once"), _once);
        Linker.Subscribe("e", () => Record("always"));
        await using EventEmitter emitter = CreateEmitter();
        EmissionResult first = await emitter.EmitAsync("e").InTime();
        EmissionResult second = await emitter.EmitAsync("e").InTime();
        Assert.That(Calls, Is.EqualTo(["once", "always", "always"]));
        Assert.That((first.SubscriberCount, second.SubscriberCount), Is.EqualTo((2, 1)));
        Assert.That(Linker.ContainsSubscriber(subscriber), Is.False);
        Assert.That(subscriber.Unsubscribe(), Is.False);
    }

    [Test]
    public async Task E4_R2_A_once_subscriber_that_fails_is_used_up_and_never_retried()
    {
        Linker.Subscribe("e", () =>
        {
            Record("once");
            throw new InvalidOperationException();
        }, _once);
        await using EventEmitter emitter = CreateEmitter();
        EmissionResult first = await emitter.EmitAsync("e").InTime();
        EmissionResult second = await emitter.EmitAsync("e").InTime();
        Assert.That(Calls, Is.EqualTo(["once"]));
        Assert.That((first.FailureCount, second.FailureCount), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task E4_An_emission_inside_the_once_handler_does_not_run_it_again()
    {
        EventEmitter emitter = CreateEmitter();
        Linker.Subscribe("e", () =>
        {
            Record("once");
            emitter.Emit("e");
        }, _once);
        emitter.Emit("e");
        await emitter.DisposeAsync().InTime();
        Assert.That(Calls, Is.EqualTo(["once"]));
    }

    [Test]
    public async Task E4_A_cancelled_emission_does_not_use_a_once_subscriber_up()
    {
        Linker.Subscribe("e", () => Record("once"), _once);
        await using EventEmitter emitter = CreateEmitter();
        Assert.That(async () => await emitter.EmitAsync("e", new CancellationToken(true)), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(Calls, Is.Empty);
        await emitter.EmitAsync("e").InTime();
        Assert.That(Calls, Is.EqualTo(["once"]));
    }

    [Test]
    public async Task E4_Once_is_exactly_once_under_64_emitters_with_rejections_mixed_in()
    {
        const int Emitters = 64;
        const int Rounds = 60;
        int runs = 0;
        await using EventEmitter emitter = CreateEmitter();
        using var round = new Barrier(Emitters, barrier =>
        {
            if (barrier.CurrentPhaseNumber % 2 == 0)
            {
                Linker.Subscribe(["a", "b"], _ => Interlocked.Increment(ref runs), _once);
            }
        });
        Linker.Subscribe("a", (int _) => { });
        Linker.Subscribe("b", (int _) => { });
        await Task.WhenAll(Enumerable.Range(0, Emitters).Select(seed => DedicatedThread.RunAsync(() =>
        {
            for (int index = 0; index < Rounds; index++)
            {
                Assert.That(round.SignalAndWait(Deadline.Limit));
                string name = (seed + index) % 2 == 0 ? "a" : "b";
                switch (seed % 4)
                {
                    case 0:
                        Assert.That(() => emitter.Emit(name, "no number"), Throws.InstanceOf<EventSignatureException>());
                        break;
                    case 1:
                        Assert.That(async () => await emitter.EmitAsync(name, 1, new CancellationToken(true)), Throws.InstanceOf<OperationCanceledException>());
                        break;
                    default:
                        Assert.That(emitter.EmitAsync(name, 1).InTime().GetAwaiter().GetResult().IsSuccess);
                        break;
                }

                Assert.That(round.SignalAndWait(Deadline.Limit));
                Assert.That(Volatile.Read(ref runs), Is.EqualTo(index + 1));
            }
        })));
        Assert.That(runs, Is.EqualTo(Rounds));
    }
}
