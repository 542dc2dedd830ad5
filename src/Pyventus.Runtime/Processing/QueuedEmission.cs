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

    /// <summary>Runs the emission to its end. Never throws: a queue outlives what is wrong with one emission.</summary>
    public async Task RunAsync()
    {
        try
        {
            if (context is null)
            {
                ExecuteHere();
            }
            else
            {
                ExecutionContext.Run(context, _execute, this);
            }

            await _run.ConfigureAwait(false);
        }
        catch (InvalidOperationException)
        {
            // Submitted twice, and executed elsewhere: there its handlers were run and their failures reported.
        }
    }

    [SuppressMessage("Reliability", "CA2012", Justification = "Written once and read once, by RunAsync; a ContextCallback cannot return it.")]
    private void ExecuteHere() => _run = Emission.ExecuteAsync();
}
