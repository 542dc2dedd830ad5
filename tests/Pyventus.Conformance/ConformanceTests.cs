using System.Collections.Concurrent;

namespace Pyventus.Conformance;

/// <summary>What the fixtures share that run against every way of processing: an empty linker and what handlers did.</summary>
public abstract class ConformanceTests(ProcessingWay way)
{
    private readonly ConcurrentQueue<string> _calls = new();

    protected ProcessingWay Way { get; } = way;

    protected EventLinker Linker { get; } = EventLinker.CreateEmpty();

    /// <summary>What handlers recorded, in the order in which they did.</summary>
    protected IEnumerable<string> Calls => _calls;

    protected void Record(string call) => _calls.Enqueue(call);

    protected EventEmitter CreateEmitter() => Way.CreateFor(Linker);

    protected EventEmitter CreateEmitter(ErrorPolicy policy) => Way.Create(new EventEmitterOptions { Linker = Linker, ErrorPolicy = policy });
}
