namespace Pyventus;

// The run of an emission that has started; the other part decides whether it starts.
public abstract partial class EventEmission
{
    private CancellationTokenSource? _linkedTokens;

    /// <summary>Starts all handlers; each failure and each unfinished task goes to the state.</summary>
    private protected abstract void StartAll(EmissionState state, OnceClaims? claims);

    /// <summary>Starts one handler.</summary>
    private protected abstract ValueTask Start(int index, HandlerCall call);

    private ValueTask<EmissionResult> Execute(CancellationToken serviceToken)
    {
        _registration.Unregister();
        Accept(null);
        Scope = EmissionScope.Enter(_service ?? Emitter.ScopeOwner, Emitter.ScopeOwner, out EmissionScope? previous);
        try
        {
            _state = new EmissionState(Emitter, Event, Id, Timestamp, _callerToken, LinkTokens(serviceToken))
            {
                HasCaller = HasCaller,
                Trace = Trace,
                CaptureContext = HasCaller || Emitter.CapturesContext,
                Ended = End,
            };
            Trace?.Begin(Id, _claims);
            return Emitter.RunsSequentially ? RunSequentiallyAsync(_state) : RunConcurrently(_state);
        }
        finally
        {
            Trace?.Leave();
            EmissionScope.Leave(previous);
        }
    }

    private ValueTask<EmissionResult> RunConcurrently(EmissionState state)
    {
        _claims?.Consume();
        StartAll(state, _claims);
        Task ended = StopCounting(state);
        return ended.IsCompleted ? new ValueTask<EmissionResult>(state.GetResult(SubscriberCount)) : AwaitAsync(ended, state);
    }

    private async ValueTask<EmissionResult> AwaitAsync(Task completion, EmissionState state)
    {
        await completion.ConfigureAwait(false);
        return state.GetResult(SubscriberCount);
    }

    private async ValueTask<EmissionResult> RunSequentiallyAsync(EmissionState state)
    {
        bool stops = Emitter.Options.ErrorPolicy == ErrorPolicy.StopOnFirst;
        int ran = 0;
        for (int index = 0; index < Snapshot.Count && !(stops && state.HasFailed); index++)
        {
            if (_claims?.TryConsume(index) != false)
            {
                ran++;
                await RunOneAsync(index, state).ConfigureAwait(state.CaptureContext);
            }
        }

        // Those behind a failure that stopped the emission never started.
        ReleaseClaims();
        SubscriberCount = ran;
        await StopCounting(state).ConfigureAwait(false);
        return state.GetResult(ran);
    }

    // The call that started the handlers has ended; handlers may not have, nor the services that they shared.
    private static Task StopCounting(EmissionState state)
    {
        Task ended = state.IsPending ? state.Completion : Task.CompletedTask;
        state.AllStarted();
        return ended;
    }

    private Task RunOneAsync(int index, EmissionState state)
    {
        var call = new HandlerCall(state, Snapshot.Entries[index]);
        ValueTask task = Snapshot.Entries[index].Subscriber.ForceAsync
            ? new ValueTask(Task.Run(() => Start(index, call).AsTask()))
            : Start(index, call);
        return call.FinishAsync(task, state.CaptureContext);
    }

    private void End()
    {
        Scope!.End();
        _linkedTokens?.Dispose();
        ReleaseHold();
    }

    private CancellationToken LinkTokens(CancellationToken serviceToken)
    {
        if (!serviceToken.CanBeCanceled)
        {
            return _callerToken;
        }

        if (!_callerToken.CanBeCanceled)
        {
            return serviceToken;
        }

        _linkedTokens = CancellationTokenSource.CreateLinkedTokenSource(_callerToken, serviceToken);
        return _linkedTokens.Token;
    }
}
