using Shop;

namespace Pyventus.Conformance;

/// <summary>The processing service that the README shows, as a test of somebody's program would use it.</summary>
public sealed class DrainedQueueTests
{
    private readonly DrainedQueue _queue = new();
    private readonly EventLinker _linker = EventLinker.CreateEmpty();
    private readonly List<string> _calls = [];

    [Test]
    public async Task Nothing_runs_before_the_queue_is_drained()
    {
        await using EventEmitter emitter = CreateEmitter();
        _linker.Subscribe("order.placed", (int id) => _calls.Add($"placed {id}"));
        emitter.Emit("order.placed", 1);
        emitter.Emit("order.placed", 2);
        Assert.That((_queue.Count, _calls.Count), Is.EqualTo((2, 0)));
        await _queue.DrainAsync().InTime();
        Assert.That(_calls, Is.EqualTo(["placed 1", "placed 2"]));
        Assert.That(_queue.Count, Is.Zero);
    }

    [Test]
    public async Task What_handlers_emit_runs_after_what_was_queued_before()
    {
        await using EventEmitter emitter = CreateEmitter();
        _linker.Subscribe("order.placed", (int id) =>
        {
            _calls.Add($"placed {id}");
            emitter.Emit("order.mailed", id);
        });
        _linker.Subscribe("order.mailed", (int id) => _calls.Add($"mailed {id}"));
        emitter.Emit("order.placed", 1);
        emitter.Emit("order.placed", 2);
        await _queue.DrainAsync().InTime();
        Assert.That(_calls, Is.EqualTo(["placed 1", "placed 2", "mailed 1", "mailed 2"]));
    }

    [Test]
    public async Task Who_awaits_the_emission_waits_for_the_drain()
    {
        await using EventEmitter emitter = CreateEmitter();
        _linker.Subscribe("order.placed", static (int _) => throw new InvalidOperationException("on purpose"));
        Task<EmissionResult> emission = emitter.EmitAsync("order.placed", 1).AsTask();
        Assert.That(emission.IsCompleted, Is.False);
        await _queue.DrainAsync().InTime();
        Assert.That((await emission.InTime()).FailureCount, Is.EqualTo(1));
    }

    private EventEmitter CreateEmitter() => new(_queue, new EventEmitterOptions { Linker = _linker });
}
