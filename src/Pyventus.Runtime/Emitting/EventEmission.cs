namespace Pyventus;

/// <summary>
/// One emission on its way through a processing service: the event, its payload and the subscribers there were when it
/// was emitted. A service executes it once, or abandons it. Thread-safe.
/// </summary>
public abstract partial class EventEmission : IQueuedWork
{
    private const int Pending = 0;
    private const int Started = 1;
    private const int Dropped = 2;
    private const int Ended = 3;
    private const int Told = 4;

    private static readonly object _released = new();

    private readonly EventSlot _slot;

    // Who waits: an EmissionOutcome for the caller of EmitAsync, a TaskCompletionSource for an Emit that blocks.
    private object? _waiter;
    private EmissionDetails? _details;
    private object? _service;
    private int _accepted;
    private int _phase;

    // The emission itself; a built-in service that accepts it is another one, until it has counted it out.
    private int _holds = 1;

    private protected EventEmission(EventEmitter emitter, EventSlot slot, SubscriberSnapshot snapshot, bool hasCaller, CancellationToken callerToken)
    {
        Emitter = emitter;
        _slot = slot;
        Snapshot = snapshot;
        SubscriberCount = snapshot.Count;
        _waiter = hasCaller ? new EmissionOutcome() : null;

        // A service of the library shows the time to handlers only.
        bool showsTime = snapshot.TakesContext || emitter.ScopeOwner is not (ThreadPoolExecutor or AsyncProcessingService);
        if (showsTime || snapshot.HasOnce || callerToken.CanBeCanceled)
        {
            _details = new EmissionDetails
            {
                CallerToken = callerToken,
                Timestamp = showsTime ? emitter.Options.TimeProvider.GetUtcNow() : default,
            };
        }
    }

    /// <summary>The id of the emission, the same for all its handlers.</summary>
    public Guid Id => IdSource.Value;

    /// <summary>Makes <see cref="Id"/>.</summary>
    internal EmissionId IdSource => GetDetails().Id;

    /// <summary>Who observes the emission; null when nobody does.</summary>
    internal EmissionTrace? Trace
    {
        get => _details?.Trace;
        init
        {
            if (value is not null)
            {
                GetDetails().Trace = value;
            }
        }
    }

    /// <summary>The event.</summary>
    public EventKey Event => _slot.Key;

    /// <summary>The name of a named event, the full name of the type of an event object.</summary>
    public string EventName => Event.DisplayName;

    /// <summary>When the event was emitted.</summary>
    public DateTimeOffset Timestamp => _details?.Timestamp ?? default;

    /// <summary>How many handlers it runs.</summary>
    public int SubscriberCount { get; private set; }

    internal EventEmitter Emitter { get; }

    /// <summary>The scope of the running emission; null before it starts.</summary>
    internal EmissionScope? Scope { get; private set; }

    /// <summary>What <c>EmitAsync</c> awaits.</summary>
    internal ValueTask<EmissionResult> Outcome => ((EmissionOutcome)_waiter!).AsValueTask();

    internal bool HasCaller => _waiter is EmissionOutcome;

    /// <summary>The token given to <c>EmitAsync</c>.</summary>
    internal CancellationToken CallerToken => _details?.CallerToken ?? default;

    /// <summary>The context that an executor took along; null for none.</summary>
    internal ExecutionContext? Context { get; set; }

    ExecutionContext? IQueuedWork.Context => Context;

    private protected SubscriberSnapshot Snapshot { get; }

    private OnceClaims? Claims => _details?.Claims;

    private EmissionResult Result => new(SubscriberCount, _details?.Failures);

    /// <summary>
    /// Runs the handlers: starts them in the caller's context and completes when all have ended. What a handler throws is
    /// reported and part of the result, never thrown here.
    /// </summary>
    /// <param name="cancellationToken">Reaches the handlers, together with the token given to <c>EmitAsync</c>.</param>
    /// <returns>The outcome; the default when the emission was abandoned or cancelled before.</returns>
    /// <exception cref="InvalidOperationException">It has been executed before.</exception>
    public ValueTask<EmissionResult> ExecuteAsync(CancellationToken cancellationToken = default) =>
        Interlocked.CompareExchange(ref _phase, Started, Pending) switch
        {
            Pending => Execute(cancellationToken),
            Dropped => default,
            _ => throw new InvalidOperationException($"The emission of '{EventName}' has been executed before; an emission is executed once."),
        };

    /// <summary>
    /// Says that the emission will never run: a pending <c>EmitAsync</c> throws the reason, otherwise each handler that
    /// will not run is reported with it. Does nothing once the emission has started.
    /// </summary>
    /// <param name="reason">Why it will not run.</param>
    public void Abandon(Exception reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        if (TryDrop())
        {
            ReportDropped(reason);
        }
    }

    /// <summary>Claims the once subscribers: nothing can reject the emission any more. Idempotent.</summary>
    /// <param name="service">The built-in service that will <see cref="Release"/> it; null when the emitter accepts for a service of the user's.</param>
    internal void Accept(object? service)
    {
        if (service is not null && Interlocked.CompareExchange(ref _service, service, null) is null)
        {
            Interlocked.Increment(ref _holds);
        }

        if (Snapshot.HasOnce && Interlocked.Exchange(ref _accepted, 1) == 0)
        {
            GetDetails().Claims = OnceClaims.Claim(Snapshot, out int count);
            SubscriberCount = count;
            Interlocked.MemoryBarrier();
            if (Volatile.Read(ref _phase) == Dropped)
            {
                // Cancelled meanwhile, by a callback that may not have seen the claims.
                Claims?.Release();
            }
        }
    }

    void IQueuedWork.Accept(object service) => Accept(service);

    /// <summary>The service has counted the emission out: whoever awaits it may go on.</summary>
    internal void Release(object service)
    {
        if (Interlocked.CompareExchange(ref _service, _released, service) == service)
        {
            ReleaseHold();
        }
    }

    void IQueuedWork.Release(object service) => Release(service);

    /// <summary>The submission threw: gives the claims back, unless the emission runs nevertheless.</summary>
    internal void Reject() => TryDrop();

    /// <summary>Drops the emission when the caller's token is cancelled before it starts.</summary>
    internal void DropOnCancellation()
    {
        if (!CallerToken.CanBeCanceled)
        {
            return;
        }

        _details!.Registration = CallerToken.UnsafeRegister(
            static emission =>
            {
                var self = (EventEmission)emission!;
                if (self.TryDrop())
                {
                    self.SetException(new OperationCanceledException(self.CallerToken));
                }
            },
            this);
    }

    /// <summary>Decides that the emission never starts, and gives its claims back. Runs no code of the user's.</summary>
    /// <returns>Whether it had not started.</returns>
    internal bool TryDrop()
    {
        if (Interlocked.CompareExchange(ref _phase, Dropped, Pending) != Pending)
        {
            return false;
        }

        _details?.Registration.Unregister();
        Claims?.Release();
        return true;
    }

    bool IQueuedWork.TryDrop() => TryDrop();

    /// <summary>Tells those concerned why the emission was dropped.</summary>
    private void ReportDropped(Exception reason)
    {
        if (!HasCaller)
        {
            for (int index = 0; index < Snapshot.Count; index++)
            {
                if (Claims?.Runs(index) != false)
                {
                    Emitter.Failures.Tell(Event, Id, Snapshot.Entries[index].Subscriber.Name, reason, heard: false);
                }
            }
        }

        SetException(reason);
    }

    void IQueuedWork.ReportDropped(Exception reason) => ReportDropped(reason);

    /// <summary>Completes when the emission has ended or will never run; asked before it is submitted.</summary>
    internal Task WhenEnded()
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiter = ended;
        return ended.Task;
    }

    private EmissionDetails GetDetails() =>
        Volatile.Read(ref _details) is { } known ? known
        : Interlocked.CompareExchange(ref _details, new EmissionDetails(), null) ?? _details;

    private void ReleaseHold()
    {
        // Once: a service may accept what was executed elsewhere before.
        if (Interlocked.Decrement(ref _holds) > 0 || _waiter is null || Interlocked.CompareExchange(ref _phase, Told, Ended) != Ended)
        {
            return;
        }

        if (_details?.Exception is { } exception)
        {
            SetException(exception);
        }
        else if (_waiter is EmissionOutcome outcome)
        {
            outcome.SetResult(Result);
        }
        else
        {
            (_waiter as TaskCompletionSource)?.SetResult();
        }
    }

    private void SetException(Exception exception)
    {
        if (_waiter is EmissionOutcome outcome)
        {
            outcome.SetException(exception);
        }
        else
        {
            (_waiter as TaskCompletionSource)?.SetResult();
        }
    }
}
