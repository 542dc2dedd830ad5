namespace Pyventus.Conformance;

[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.All))]
public sealed class StaticOnceTests(ProcessingWay way)
{
    private readonly StaticLinker _linker = new();
    private readonly List<string> _calls = [];

    [Test]
    public async Task E4_A_static_once_handler_runs_once_for_all_its_events()
    {
        await using EventEmitter emitter = way.CreateFor(_linker);
        EmissionResult first = await emitter.EmitAsync("once.b", _calls).InTime();
        EmissionResult second = await emitter.EmitAsync("once.a", _calls).InTime();
        await emitter.EmitAsync("once.b", _calls).InTime();
        Assert.That(_calls, Is.EqualTo(["once", "always", "always", "always"]));
        Assert.That((first.SubscriberCount, second.SubscriberCount), Is.EqualTo((2, 1)));
        Assert.That(_linker.GetSubscribers("once.a"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task L5_Each_linker_instance_has_its_own_once_state()
    {
        for (int index = 0; index < 3; index++)
        {
            await using EventEmitter emitter = way.CreateFor(new StaticLinker());
            await emitter.EmitAsync("once.a", _calls).InTime();
        }

        Assert.That(_calls.Count(call => call == "once"), Is.EqualTo(3));
    }

    [Test]
    public async Task E2_A_refused_emission_uses_no_static_once_handler_up()
    {
        await using EventEmitter emitter = way.CreateFor(_linker);
        string name = "once.a";
        Assert.That(() => emitter.Emit(name, 1), Throws.InstanceOf<EventSignatureException>());
        Assert.That(async () => await emitter.EmitAsync(name, _calls, new CancellationToken(true)), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(_calls, Is.Empty);
        await emitter.EmitAsync(name, _calls).InTime();
        Assert.That(_calls, Is.EqualTo(["once", "always"]));
    }

    [Test]
    public async Task E4_A_static_once_handler_runs_once_under_64_emitters()
    {
        int[] runs = [0];
        await using EventEmitter emitter = way.CreateFor(_linker);
        using var start = new Barrier(64);
        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => DedicatedThread.RunAsync(() =>
        {
            start.SignalAndWait(Deadline.Limit);
            emitter.EmitAsync("once.counted", runs).InTime().GetAwaiter().GetResult();
        })));
        Assert.That(runs[0], Is.EqualTo(1));
    }
}
