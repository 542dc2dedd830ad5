using System.Diagnostics.CodeAnalysis;

namespace Pyventus;

/// <summary>An emission that runs later, where its caller was: in its execution context and, if captured, its synchronization context.</summary>
internal sealed class QueuedEmission(EventEmission emission, ExecutionContext? context, SynchronizationContext? captured = null)
{
    private static readonly ContextCallback _execute = static item => ((QueuedEmission)item!).ExecuteHere();

    private ValueTask<EmissionResult> _run;

    public EventEmission Emission { get; } = emission;

    /// <summary>The context that the handlers continue in.</summary>
    public SynchronizationContext? Captured { get; } = captured;

    /// <summary>Completed to have the caller, which blocks on it, run the emission; null when no caller blocks.</summary>
    public TaskCompletionSource? Turn { get; init; }

    /// <summary>Runs the emission to its end.</summary>
    public async Task RunAsync()
    {
        if (Captured is null || Captured == SynchronizationContext.Current || !await TryPostAsync(Captured).ConfigureAwait(false))
        {
            ExecuteInContext();
        }

        await _run.ConfigureAwait(false);
    }

    private async Task<bool> TryPostAsync(SynchronizationContext target)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            target.Post(
                _ =>
                {
                    ExecuteInContext();
                    started.SetResult();
                },
                null);
        }
        catch (Exception)
        {
            // A context that takes nothing any more, such as that of a closed window: the emission runs without it.
            return false;
        }

        await started.Task.ConfigureAwait(false);
        return true;
    }

    private void ExecuteInContext()
    {
        if (context is null)
        {
            ExecuteHere();
        }
        else
        {
            ExecutionContext.Run(context, _execute, this);
        }
    }

    [SuppressMessage("Reliability", "CA2012", Justification = "Written once and read once, by RunAsync; a ContextCallback cannot return it.")]
    private void ExecuteHere() => _run = Emission.TryExecuteAsync();
}
