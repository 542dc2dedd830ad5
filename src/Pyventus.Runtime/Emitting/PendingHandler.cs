using System.Runtime.CompilerServices;

namespace Pyventus;

/// <summary>Follows one unfinished handler, so that its end is reported when it comes and not when its emission ends.</summary>
internal sealed class PendingHandler(EmissionState state, string handler)
{
    private ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter _awaiter;

    public void Await(ValueTask task)
    {
        _awaiter = task.ConfigureAwait(false).GetAwaiter();
        if (_awaiter.IsCompleted)
        {
            Continue();
        }
        else
        {
            _awaiter.OnCompleted(Continue);
        }
    }

    private void Continue()
    {
        try
        {
            _awaiter.GetResult();
        }
        catch (Exception exception)
        {
            state.Failed(handler, exception);
        }

        state.RemoveUnfinished();
    }
}
