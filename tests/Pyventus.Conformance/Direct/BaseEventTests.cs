using System.Collections.Concurrent;

namespace Pyventus.Conformance;

/// <summary>Emissions given as a base type, whose payload is the one that the handlers of the base type take.</summary>
[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.All))]
public sealed class BaseEventTests(ProcessingWay way)
{
    [Test]
    public async Task E5_A_failure_is_one_of_the_event_that_was_emitted()
    {
        EventEmitter emitter = way.CreateFor(new BaseEventLinker());
        var events = new ConcurrentQueue<EventKey>();
        emitter.HandlerFailed += (_, e) => events.Enqueue(e.Event);
        emitter.Emit<DirectBase>(new DirectDerived());
        emitter.Emit<DirectBase>(new DirectDerived());
        await emitter.EmitAsync<DirectBase>(new DirectDerived()).InTime();
        await emitter.DisposeAsync().InTime();
        Assert.That(events, Has.Count.EqualTo(3).And.All.EqualTo(new EventKey(typeof(DirectDerived))));
    }
}
