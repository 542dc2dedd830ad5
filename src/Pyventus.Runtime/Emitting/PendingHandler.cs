using System.Runtime.CompilerServices;

namespace Pyventus;

/// <summary>Follows one unfinished handler, so that its end is reported when it comes and not when its emission ends.</summary>
internal sealed class PendingHandler(EmissionState state, string handler, EventSubscriber? subscriber, HandlerResult? result)
{
    private ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter _awaiter;

    public void Await(ValueTask task)
    {
        _awaiter = task.ConfigureAwait(state.CaptureContext).GetAwaiter();
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
            state.Succeeded(subscriber, result);
        }
        catch (Exception exception)
        {
            state.Failed(handler, subscriber, exception);
        }

        state.RemoveUnfinished();
    }
}
