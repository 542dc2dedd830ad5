using System.Runtime.CompilerServices;

namespace Pyventus;

/// <summary>Follows one unfinished handler, so that its end is reported when it comes and not when its emission ends.</summary>
internal sealed class PendingHandler(EmissionState state, string handler, EventSubscriber? subscriber, HandlerResult? result)
{
    private ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter _awaiter;

    public void Await(ValueTask task)
    {
        // The caller's context is for the user's callbacks; without any, blocking on it must not keep the emission from ending.
        bool hasCallback = subscriber is { OnSuccess: not null } or { OnFailure: not null };
        _awaiter = task.ConfigureAwait(hasCallback && state.CaptureContext).GetAwaiter();
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
