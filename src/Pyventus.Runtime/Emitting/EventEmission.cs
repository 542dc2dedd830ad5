using System.Diagnostics.CodeAnalysis;

namespace Pyventus;

/// <summary>
/// One emission on its way through a processing service: the event, its payload and the subscribers there were when it
/// was emitted. A service executes it once, or abandons it. Thread-safe.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The linked token source is disposed when the emission ends; an emission has no owner that could dispose it.")]
public abstract class EventEmission
{
    private const int Pending = 0;
    private const int Started = 1;
    private const int Dropped = 2;

    private readonly CancellationToken _callerToken;
    private readonly TaskCompletionSource<EmissionResult>? _caller;
    private TaskCompletionSource? _ended;
    private CancellationTokenRegistration _registration;
    private CancellationTokenSource? _linkedTokens;
    private OnceClaims? _claims;
    private int _accepted;
    private int _phase;

    private protected EventEmission(EventEmitter emitter, EventKey @event, SubscriberSnapshot snapshot, bool hasCaller, CancellationToken callerToken)
    {
        Emitter = emitter;
        Event = @event;
        Snapshot = snapshot;
        SubscriberCount = snapshot.Count;
        Timestamp = emitter.Options.TimeProvider.GetUtcNow();
        _callerToken = callerToken;
        if (hasCaller)
        {
            _caller = new TaskCompletionSource<EmissionResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>The id of the emission, the same for all its handlers.</summary>
    public Guid Id { get; } = Guid.NewGuid();

    /// <summary>The event.</summary>
    public EventKey Event { get; }

    /// <summary>The name of a named event, the full name of the type of an event object.</summary>
    public string EventName => Event.DisplayName;

    /// <summary>When the event was emitted.</summary>
    public DateTimeOffset Timestamp { get; }

    /// <summary>How many handlers it runs.</summary>
    public int SubscriberCount { get; private set; }

    internal EventEmitter Emitter { get; }

    /// <summary>The scope of the running emission; null before it starts.</summary>
    internal EmissionScope? Scope { get; private set; }

    /// <summary>What <c>EmitAsync</c> awaits.</summary>
    internal Task<EmissionResult> Outcome => _caller!.Task;

    private protected SubscriberSnapshot Snapshot { get; }

    /// <summary>
    /// Runs the handlers: starts them in the caller's context and completes when all have ended. What a handler throws is
    /// reported and part of the result, never thrown here.
    /// </summary>
    /// <param name="cancellationToken">Reaches the handlers, together with the token given to <c>EmitAsync</c>.</param>
    /// <returns>The outcome; the default when the emission was abandoned or cancelled before.</returns>
    /// <exception cref="InvalidOperationException">It has been executed before.</exception>
    public ValueTask<EmissionResult> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        switch (Interlocked.CompareExchange(ref _phase, Started, Pending))
        {
            case Started:
                throw new InvalidOperationException($"The emission of '{EventName}' has been executed before; an emission is executed once.");
            case Dropped:
                return default;
        }

        _registration.Unregister();
        Accept();
        _claims?.Consume();
        EmissionScope scope = EmissionScope.Enter(Emitter.ScopeOwner, out EmissionScope? previous);
        Scope = scope;
        try
        {
            var state = new EmissionState(Emitter, Event, Id, Timestamp, LinkTokens(cancellationToken))
            {
                HasCaller = _caller is not null,
                CaptureContext = _caller is not null || Emitter.CapturesContext,
            };
            state.Ended = () => End(state);
            return Emitter.RunsSequentially ? RunSequentiallyAsync(state) : RunConcurrently(state);
        }
        finally
        {
            EmissionScope.Leave(previous);
        }
    }

    /// <summary>
    /// Says that the emission will never run: a pending <c>EmitAsync</c> throws the reason, otherwise each handler that
    /// will not run is reported with it. Does nothing once the emission has started.
    /// </summary>
    /// <param name="reason">Why it will not run.</param>
    public void Abandon(Exception reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        if (!TryDrop())
        {
            return;
        }

        _claims?.Release();
        if (_caller is not null)
        {
            _caller.TrySetException(reason);
        }
        else
        {
            for (int index = 0; index < Snapshot.Count; index++)
            {
                EventSubscriber subscriber = Snapshot.Entries[index].Subscriber;
                if (Runs(index))
                {
                    Emitter.Failures.Tell(Event, Id, subscriber.Name, reason, heard: false);
                }
            }
        }

        Volatile.Read(ref _ended)?.TrySetResult();
    }

    /// <summary>Claims the once subscribers: nothing can reject the emission any more. Idempotent.</summary>
    internal void Accept()
    {
        if (Interlocked.Exchange(ref _accepted, 1) == 0)
        {
            _claims = OnceClaims.Claim(Snapshot, out int count);
            SubscriberCount = count;
        }
    }

    /// <summary>The submission threw: gives the claims back, unless the emission runs nevertheless.</summary>
    internal void Reject()
    {
        if (TryDrop())
        {
            _claims?.Release();
        }
    }

    /// <summary>Drops the emission when the caller's token is cancelled before it starts.</summary>
    internal void DropOnCancellation()
    {
        _registration = _callerToken.UnsafeRegister(
            static emission =>
            {
                var self = (EventEmission)emission!;
                if (self.TryDrop())
                {
                    self._claims?.Release();
                    self._caller!.TrySetCanceled(self._callerToken);
                    Volatile.Read(ref self._ended)?.TrySetResult();
                }
            },
            this);
    }

    /// <summary>Completes when the emission has ended; asked before it is submitted.</summary>
    internal Task WhenEnded()
    {
        _ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _ended.Task;
    }

    /// <summary>Starts all handlers; each failure and each unfinished task goes to the state.</summary>
    private protected abstract void StartAll(EmissionState state, OnceClaims? claims);

    /// <summary>Starts one handler, unguarded.</summary>
    private protected abstract ValueTask Start(int index, EmissionState state, out HandlerResult? result);

    private bool Runs(int index) => _claims?.Runs(index) != false;

    private ValueTask<EmissionResult> RunConcurrently(EmissionState state)
    {
        StartAll(state, _claims);
        Task? completion = state.IsPending ? state.Completion : null;
        state.RemoveUnfinished();
        return completion is null ? new ValueTask<EmissionResult>(state.GetResult(SubscriberCount)) : AwaitAsync(completion, state);
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
            if (!Runs(index))
            {
                continue;
            }

            ran++;
            EventSubscriber subscriber = Snapshot.Entries[index].Subscriber;
            try
            {
                HandlerResult? result = null;
                if (subscriber.ForceAsync)
                {
                    int forced = index;
                    await Task.Run(() => Start(forced, state, out result).AsTask()).ConfigureAwait(state.CaptureContext);
                }
                else
                {
                    await Start(index, state, out result).ConfigureAwait(state.CaptureContext);
                }

                state.Succeeded(subscriber, result);
            }
            catch (Exception exception)
            {
                state.Failed(subscriber.Name, subscriber, exception);
            }
        }

        SubscriberCount = ran;
        state.RemoveUnfinished();
        return state.GetResult(ran);
    }

    private void End(EmissionState state)
    {
        Scope!.End();
        _linkedTokens?.Dispose();
        if (_caller is not null)
        {
            switch (state.GetException())
            {
                case null:
                    _caller.TrySetResult(state.GetResult(SubscriberCount));
                    break;
                case OperationCanceledException when state.CancellationToken.IsCancellationRequested:
                    _caller.TrySetCanceled(state.CancellationToken);
                    break;
                case { } exception:
                    _caller.TrySetException(exception);
                    break;
            }
        }

        Volatile.Read(ref _ended)?.TrySetResult();
    }

    private CancellationToken LinkTokens(CancellationToken executorToken)
    {
        if (!executorToken.CanBeCanceled)
        {
            return _callerToken;
        }

        if (!_callerToken.CanBeCanceled)
        {
            return executorToken;
        }

        _linkedTokens = CancellationTokenSource.CreateLinkedTokenSource(_callerToken, executorToken);
        return _linkedTokens.Token;
    }

    private bool TryDrop()
    {
        if (Interlocked.CompareExchange(ref _phase, Dropped, Pending) != Pending)
        {
            return false;
        }

        _registration.Unregister();
        return true;
    }
}
