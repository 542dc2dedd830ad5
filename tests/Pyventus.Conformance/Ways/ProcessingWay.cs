namespace Pyventus.Conformance;

/// <summary>A way of processing emissions that the suite runs against.</summary>
/// <param name="Name">What the tests are called after.</param>
/// <param name="Kind">Which rules are about it.</param>
/// <param name="Code">What a user writes to get it.</param>
/// <param name="Create">Makes an emitter of this way with its own service; disposing it finishes what it accepted.</param>
public sealed record ProcessingWay(string Name, ProcessingKind Kind, string Code, Func<EventEmitterOptions, EventEmitter> Create)
{
    /// <summary>Whether a synchronous handler has run when <c>Emit</c> returns, on the caller's thread.</summary>
    public bool RunsOnCaller { get; init; }

    /// <summary>Whether <c>Emit</c> blocks until its emission has ended.</summary>
    public bool EmitWaits { get; init; }

    /// <summary>Whether the emissions of one caller never overlap, nested ones apart.</summary>
    public bool RunsOneAtATime { get; init; }

    /// <summary>Whether each handler of an emission ends before the next one starts.</summary>
    public bool AwaitsEachHandler { get; init; }

    /// <summary>Whether a purely synchronous emission is like a call of its caller, which nobody else waits for.</summary>
    public bool IsInline => RunsOnCaller && !RunsOneAtATime;

    /// <summary>Whether handlers have the execution context of the caller; built-in services see to it.</summary>
    public bool FlowsExecutionContext { get; init; } = true;

    /// <summary>Whether the emitter can be disposed inside of a handler: a promise of the built-in services.</summary>
    public bool CanBeDisposedInsideHandlers { get; init; } = true;

    /// <summary>The rules that hold differently, as the properties say that the tests go by, each with what is different.</summary>
    public IEnumerable<(string Rule, string Note)> Differences
    {
        get
        {
            if (Kind == ProcessingKind.Async && !RunsOneAtATime)
            {
                yield return ("A4", "emissions overlap without `EnforceSubmissionOrder`");
            }

            if (EmitWaits)
            {
                yield return ("A2", "`Emit` returns when its emission has ended");
                yield return ("E9", "an `Emit` inside a handler waits as well, and blocks its thread meanwhile");
            }

            if (AwaitsEachHandler)
            {
                yield return ("A1", "an asynchronous handler ends before the next one starts");
                yield return ("E10", "the others wait for the moved handler as well: each ends before the next one starts");
            }

            if (!FlowsExecutionContext)
            {
                yield return ("E12", "a service of your own captures the context itself, or does not");
            }

            if (!CanBeDisposedInsideHandlers)
            {
                yield return ("Bad input", "what disposal inside a handler does is up to a service of your own");
            }
        }
    }

    /// <summary>Makes an emitter over a linker, with the other options at their defaults.</summary>
    public EventEmitter CreateFor(EventLinker linker) => Create(new EventEmitterOptions { Linker = linker });

    public override string ToString() => Name;
}
