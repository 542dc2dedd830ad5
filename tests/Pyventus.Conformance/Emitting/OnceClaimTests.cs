namespace Pyventus.Conformance;

/// <summary>The claim of a once subscriber, step by step, with a service whose emissions the test executes itself.</summary>
public sealed class OnceClaimTests : IDisposable
{
    private readonly EventLinker _linker = EventLinker.CreateEmpty();
    private readonly HandDrainedService _service = new();
    private readonly EventEmitter _emitter;
    private readonly EventSubscriber _once;
    private int _runs;

    public OnceClaimTests()
    {
        _emitter = new EventEmitter(_service, new EventEmitterOptions { Linker = _linker });
        _emitter.HandlerFailed += static (_, _) => { };
        _once = _linker.Subscribe(["e", "f"], _ => _runs++, new SubscribeOptions { Once = true });
        _linker.Subscribe("e", () => { });
    }

    public void Dispose()
    {
        _once.Dispose();
        _emitter.Dispose();
    }

    [Test]
    public async Task E4_The_accepted_emission_has_the_claim_whichever_is_executed_first()
    {
        _emitter.Emit("e");
        _emitter.Emit("e");
        _emitter.Emit("f");
        EventEmission first = _service.Take();
        Assert.That((first.SubscriberCount, _service.Emissions[0].SubscriberCount, _service.Emissions[1].SubscriberCount), Is.EqualTo((2, 1, 0)));
        await _service.DrainAsync();
        Assert.That(_runs, Is.Zero);
        await first.ExecuteAsync();
        Assert.That(_runs, Is.EqualTo(1));
    }

    [Test]
    public async Task E4_It_stays_linked_until_the_emission_starts()
    {
        _emitter.Emit("e");
        Assert.That(_linker.AreLinked("e", _once) && _linker.AreLinked("f", _once));
        Assert.That(_linker.GetSubscribers("e"), Has.Count.EqualTo(2));
        await _service.DrainAsync();
        Assert.That(_linker.ContainsSubscriber(_once), Is.False);
        Assert.That(_linker.ContainsEvent("f"), Is.False);
    }

    [Test]
    public async Task E4_A_submission_that_throws_gives_it_back()
    {
        _service.Refusal = new TimeoutException("broker");
        Assert.That(() => _emitter.Emit("e"), Throws.InstanceOf<TimeoutException>());
        _service.Refusal = new TimeoutException("broker");
        Assert.That(async () => await _emitter.EmitAsync("e"), Throws.InstanceOf<TimeoutException>());
        _emitter.Emit("f");
        await _service.DrainAsync();
        Assert.That(_runs, Is.EqualTo(1));
    }

    [Test]
    public async Task E4_An_abandoned_emission_gives_it_back_and_tells_the_caller()
    {
        var reason = new TimeoutException("dropped");
        Task<EmissionResult> caller = _emitter.EmitAsync("e").AsTask();
        EventEmission emission = _service.Take();
        emission.Abandon(reason);
        emission.Abandon(new InvalidOperationException("second"));
        Assert.That(async () => await caller.InTime(), Throws.Exception.SameAs(reason));
        Assert.That((await emission.ExecuteAsync()).SubscriberCount, Is.Zero, "an abandoned emission runs nothing");
        Assert.That(_runs, Is.Zero);
        _emitter.Emit("f");
        await _service.DrainAsync();
        Assert.That(_runs, Is.EqualTo(1));
    }

    [Test]
    public void E4_An_abandoned_emission_without_caller_is_reported_for_each_handler()
    {
        var told = new List<string>();
        _emitter.HandlerFailed += (_, e) => told.Add($"{e.Handler == _once.Name} {e.Exception.Message}");
        _emitter.Emit("e");
        _emitter.Emit("e");
        EventEmission withOnce = _service.Take();
        EventEmission without = _service.Take();
        without.Abandon(new TimeoutException("second"));
        Assert.That(told, Has.Count.EqualTo(1), "it runs only what it has claimed");
        withOnce.Abandon(new TimeoutException("first"));
        Assert.That(told, Is.EqualTo(["False second", "True first", "False first"]));
    }

    [Test]
    public async Task E4_Abandoning_what_has_started_does_nothing()
    {
        var release = new TaskCompletionSource();
        _linker.Subscribe("e", () => release.Task);
        Task<EmissionResult> caller = _emitter.EmitAsync("e").AsTask();
        EventEmission emission = _service.Take();
        ValueTask<EmissionResult> run = emission.ExecuteAsync();
        emission.Abandon(new TimeoutException());
        release.SetResult();
        Assert.That((await caller.InTime()).SubscriberCount, Is.EqualTo(3));
        Assert.That(await run, Is.EqualTo(await caller));
    }

    [Test]
    public async Task E4_Cancelled_between_acceptance_and_start_gives_it_back()
    {
        using var cancellation = new CancellationTokenSource();
        Task<EmissionResult> caller = _emitter.EmitAsync("e", cancellation.Token).AsTask();
        await cancellation.CancelAsync();
        Assert.That(async () => await caller.InTime(), Throws.InstanceOf<OperationCanceledException>().With.Property("CancellationToken").EqualTo(cancellation.Token));
        await _service.DrainAsync();
        Assert.That(_runs, Is.Zero);
        Assert.That((await EmitAndDrainAsync()).SubscriberCount, Is.EqualTo(2));
        Assert.That(_runs, Is.EqualTo(1));
    }

    [Test]
    public async Task E4_A_claim_never_goes_back_to_a_removed_subscriber()
    {
        _emitter.Emit("e");
        Assert.That(_once.Unsubscribe());
        _service.Take().Abandon(new TimeoutException());
        _emitter.Emit("e");
        await _service.DrainAsync();
        Assert.That(_runs, Is.Zero);
        Assert.That(_linker.ContainsSubscriber(_once), Is.False);
    }

    [Test]
    public async Task E4_An_emission_is_executed_once()
    {
        _emitter.Emit("e");
        EventEmission emission = _service.Take();
        await emission.ExecuteAsync();
        Assert.That(() => emission.ExecuteAsync(), Throws.InvalidOperationException.With.Message.Contains("'e'"));
        Assert.That(_runs, Is.EqualTo(1));
    }

    private async Task<EmissionResult> EmitAndDrainAsync()
    {
        Task<EmissionResult> caller = _emitter.EmitAsync("e").AsTask();
        await _service.DrainAsync();
        return await caller.InTime();
    }
}
