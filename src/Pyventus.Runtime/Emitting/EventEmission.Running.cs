using Pyventus.CompilerServices;

namespace Pyventus;

// The run of an emission that has started; the other part decides whether it starts.
public abstract partial class EventEmission
{
    // Told of the end; null when whoever executes the emission sees to it.
    private IEmissionCounter? _counter;

    /// <summary>The same as <see cref="ExecuteAsync"/> for a service that outlives what is wrong with one emission: it does not throw when somebody else executed it.</summary>
    internal ValueTask<EmissionResult> TryExecuteAsync() =>
        Interlocked.CompareExchange(ref _phase, Started, Pending) == Pending ? Execute(CancellationToken.None) : default;

    /// <summary>Begins an emission of an executor that restores the thread's context and is told of the end.</summary>
    /// <returns>Whether it had not been executed or dropped before.</returns>
    internal bool TryStart(IEmissionCounter counter)
    {
        if (Interlocked.CompareExchange(ref _phase, Started, Pending) != Pending)
        {
            return false;
        }

        _counter = counter;
        CancellationToken token = Begin(CancellationToken.None);
        EnterScope(out _);
        _ = Run(isAwaited: false, token);
        Trace?.Leave();
        return true;
    }

    /// <summary>The state of the emission, when something has to be remembered.</summary>
    internal EmissionState CreateState(CancellationToken cancellationToken) => PendingEmission.Rent(this, cancellationToken);

    /// <summary>The handlers have ended.</summary>
    /// <param name="state">What became of them; null when there is nothing to say. It belongs to the emission until this returns.</param>
    internal void End(EmissionState? state)
    {
        if (state is { HasFailed: true })
        {
            EmissionDetails details = GetDetails();
            details.Failures = state.Failures;
            details.Exception = HasCaller ? state.GetException() : null;
        }

        Scope!.End();
        _details?.LinkedTokens?.Dispose();
        Volatile.Write(ref _phase, Ended);
        _counter?.End(this);
        ReleaseHold();
    }

    /// <summary>Starts all handlers; each failure and each unfinished task goes to the state.</summary>
    /// <returns>The state, if one was needed.</returns>
    private protected abstract EmissionState? StartAll(OnceClaims? claims, CancellationToken cancellationToken);

    /// <summary>Starts one handler.</summary>
    private protected abstract ValueTask Start(int index, HandlerCall call);

    private ValueTask<EmissionResult> Execute(CancellationToken serviceToken)
    {
        CancellationToken token = Begin(serviceToken);
        EnterScope(out EmissionScope? previous);
        try
        {
            Task run = Run(isAwaited: true, token);
            return run.IsCompletedSuccessfully ? new ValueTask<EmissionResult>(Result) : AwaitAsync(run);
        }
        finally
        {
            Trace?.Leave();
            EmissionScope.Leave(previous);
        }
    }

    private CancellationToken Begin(CancellationToken serviceToken)
    {
        _details?.Registration.Unregister();
        Accept(null);
        return LinkTokens(serviceToken);
    }

    private void EnterScope(out EmissionScope? previous)
    {
        object service = _service is { } accepting && accepting != _released ? accepting : Emitter.ScopeOwner;
        Scope = EmissionScope.Enter(service, Emitter.ScopeOwner, out previous);
        Trace?.Begin(Id, Claims);
    }

    private async ValueTask<EmissionResult> AwaitAsync(Task run)
    {
        await run.ConfigureAwait(false);
        return Result;
    }

    // The task is that of the end, if somebody awaits it.
    private Task Run(bool isAwaited, CancellationToken cancellationToken) =>
        Emitter.RunsSequentially ? RunSequentiallyAsync(cancellationToken) : RunConcurrently(isAwaited, cancellationToken);

    private Task RunConcurrently(bool isAwaited, CancellationToken cancellationToken)
    {
        OnceClaims? claims = Claims;
        claims?.Consume();
        if (StartAll(claims, cancellationToken) is not { } state)
        {
            End(null);
            return Task.CompletedTask;
        }

        Task ended = isAwaited && state.IsPending ? state.Completion : Task.CompletedTask;
        state.AllStarted();
        return ended;
    }

    private async Task RunSequentiallyAsync(CancellationToken cancellationToken)
    {
        EmissionState state = CreateState(cancellationToken);
        bool stops = Emitter.Options.ErrorPolicy == ErrorPolicy.StopOnFirst;
        int ran = 0;
        for (int index = 0; index < Snapshot.Count && !(stops && state.HasFailed); index++)
        {
            if (Claims?.TryConsume(index) != false)
            {
                ran++;
                await RunOneAsync(index, state).ConfigureAwait(state.CaptureContext);
            }
        }

        // Those behind a failure that stopped the emission never started.
        Claims?.Release();
        SubscriberCount = ran;
        Task ended = state.IsPending ? state.Completion : Task.CompletedTask;
        state.AllStarted();
        await ended.ConfigureAwait(false);
    }

    private Task RunOneAsync(int index, EmissionState state)
    {
        var call = new HandlerCall(state, Snapshot.Entries[index]);
        ValueTask task = Snapshot.Entries[index].Subscriber.ForceAsync
            ? new ValueTask(Task.Run(() => Start(index, call).AsTask()))
            : Start(index, call);
        return call.FinishAsync(task, state.CaptureContext);
    }

    private CancellationToken LinkTokens(CancellationToken serviceToken)
    {
        CancellationToken callerToken = CallerToken;
        if (!serviceToken.CanBeCanceled)
        {
            return callerToken;
        }

        if (!callerToken.CanBeCanceled)
        {
            return serviceToken;
        }

        _details!.LinkedTokens = CancellationTokenSource.CreateLinkedTokenSource(callerToken, serviceToken);
        return _details.LinkedTokens.Token;
    }
}
