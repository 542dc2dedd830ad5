using System.Diagnostics.CodeAnalysis;

namespace Pyventus;

/// <summary>An emission that runs later, with the execution context of its caller.</summary>
internal sealed class QueuedEmission(EventEmission emission, ExecutionContext? context)
{
    private static readonly ContextCallback _execute = static item => ((QueuedEmission)item!).ExecuteHere();

    private ValueTask<EmissionResult> _run;

    public EventEmission Emission { get; } = emission;

    /// <summary>Whether a handler of the same executor emitted it.</summary>
    public bool IsNested { get; init; }

    public ValueTask<EmissionResult> ExecuteAsync()
    {
        if (context is null)
        {
            ExecuteHere();
        }
        else
        {
            ExecutionContext.Run(context, _execute, this);
        }

        return _run;
    }

    [SuppressMessage("Reliability", "CA2012", Justification = "Written once and read once, by ExecuteAsync; a ContextCallback cannot return it.")]
    private void ExecuteHere() => _run = Emission.ExecuteAsync();
}
