namespace Pyventus;

/// <summary>Who waits for an emission: the caller of <c>EmitAsync</c>, or an <c>Emit</c> that blocks until the end.</summary>
internal sealed class EmissionCompletion(bool hasCaller)
{
    // Continuations are the callers' code: they run neither under a lock nor on the stack of a handler.
    private readonly TaskCompletionSource<EmissionResult>? _caller =
        hasCaller ? new TaskCompletionSource<EmissionResult>(TaskCreationOptions.RunContinuationsAsynchronously) : null;

    private TaskCompletionSource? _ended;

    public bool HasCaller => _caller is not null;

    /// <summary>What <c>EmitAsync</c> awaits.</summary>
    public Task<EmissionResult> Outcome => _caller!.Task;

    /// <summary>Completes when the emission has ended or will never run; asked before it is submitted.</summary>
    public Task WhenEnded() => (_ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void SetOutcome(EmissionState state, int subscriberCount)
    {
        switch (state.GetException())
        {
            case null:
                _caller?.TrySetResult(state.GetResult(subscriberCount));
                break;
            case OperationCanceledException when state.IsCancelled:
                _caller?.TrySetCanceled(state.CallerToken);
                break;
            case { } exception:
                _caller?.TrySetException(exception);
                break;
        }

        _ended?.TrySetResult();
    }

    public void SetCanceled(CancellationToken cancellationToken)
    {
        _caller?.TrySetCanceled(cancellationToken);
        _ended?.TrySetResult();
    }

    public void SetException(Exception exception)
    {
        _caller?.TrySetException(exception);
        _ended?.TrySetResult();
    }
}
