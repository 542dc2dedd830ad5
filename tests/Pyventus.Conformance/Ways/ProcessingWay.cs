namespace Pyventus.Conformance;

/// <summary>A way of processing emissions that the suite runs against.</summary>
/// <param name="Name">What the tests are called after.</param>
/// <param name="Create">Makes an emitter of this way with its own service; disposing it finishes what it accepted.</param>
public sealed record ProcessingWay(string Name, Func<EventEmitterOptions, EventEmitter> Create)
{
    /// <summary>Whether a synchronous handler has run when <c>Emit</c> returns, on the caller's thread.</summary>
    public bool RunsOnCaller { get; init; }

    /// <summary>Whether the emissions of one caller never overlap, nested ones apart.</summary>
    public bool RunsOneAtATime { get; init; }

    /// <summary>Whether the emitter can be disposed inside of a handler: a promise of the built-in services.</summary>
    public bool CanBeDisposedInsideHandlers { get; init; } = true;

    /// <summary>Makes an emitter over a linker, with the other options at their defaults.</summary>
    public EventEmitter CreateFor(EventLinker linker) => Create(new EventEmitterOptions { Linker = linker });

    public override string ToString() => Name;
}
