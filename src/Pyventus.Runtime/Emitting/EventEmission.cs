using System.Diagnostics.CodeAnalysis;

namespace Pyventus;

/// <summary>
/// One emission on its way through a processing service: the event, its payload and the subscribers there were when it
/// was emitted. A service executes it once, or abandons it. Thread-safe.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The linked token source is disposed when the emission ends; an emission has no owner that could dispose it.")]
public abstract partial class EventEmission
{
    private const int Pending = 0;
    private const int Started = 1;
    private const int Dropped = 2;

    private static readonly object _released = new();

    private readonly CancellationToken _callerToken;
    private readonly EmissionCompletion _completion;
    private CancellationTokenRegistration _registration;
    private EmissionState? _state;
    private OnceClaims? _claims;
    private object? _service;
    private int _accepted;
    private int _claimsReleased;
    private int _phase;

    // The emission itself; a built-in service that accepts it is another one, until it has counted it out.
    private int _holds = 1;

    private protected EventEmission(EventEmitter emitter, EventKey @event, SubscriberSnapshot snapshot, bool hasCaller, CancellationToken callerToken)
    {
        Emitter = emitter;
        Event = @event;
        Snapshot = snapshot;
        SubscriberCount = snapshot.Count;
        Timestamp = emitter.Options.TimeProvider.GetUtcNow();
        _callerToken = callerToken;
        _completion = new EmissionCompletion(hasCaller);
    }

    /// <summary>The id of the emission, the same for all its handlers.</summary>
    public Guid Id { get; } = Guid.NewGuid();

    /// <summary>Who observes the emission; null when nobody does.</summary>
    internal EmissionTrace? Trace { get; init; }

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
    internal Task<EmissionResult> Outcome => _completion.Outcome;

    internal bool HasCaller => _completion.HasCaller;

    private protected SubscriberSnapshot Snapshot { get; }

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
            Started => throw new InvalidOperationException($"The emission of '{EventName}' has been executed before; an emission is executed once."),
            _ => default,
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

    /// <summary>The same as <see cref="ExecuteAsync"/> for a service that outlives what is wrong with one emission: it does not throw when somebody else executed it.</summary>
    internal ValueTask<EmissionResult> TryExecuteAsync() =>
        Interlocked.CompareExchange(ref _phase, Started, Pending) == Pending ? Execute(CancellationToken.None) : default;

    /// <summary>Claims the once subscribers: nothing can reject the emission any more. Idempotent.</summary>
    /// <param name="service">The built-in service that will <see cref="Release"/> it; null when the emitter accepts for a service of the user's.</param>
    internal void Accept(object? service)
    {
        if (service is not null && Interlocked.CompareExchange(ref _service, service, null) is null)
        {
            Interlocked.Increment(ref _holds);
        }

        if (Interlocked.Exchange(ref _accepted, 1) == 0)
        {
            Volatile.Write(ref _claims, OnceClaims.Claim(Snapshot, out int count));
            SubscriberCount = count;
            Interlocked.MemoryBarrier();
            if (Volatile.Read(ref _phase) == Dropped)
            {
                // Cancelled meanwhile, by a callback that may not have seen the claims.
                ReleaseClaims();
            }
        }
    }

    /// <summary>The service has counted the emission out: whoever awaits it may go on.</summary>
    internal void Release(object service)
    {
        if (Interlocked.CompareExchange(ref _service, _released, service) == service)
        {
            ReleaseHold();
        }
    }

    /// <summary>The submission threw: gives the claims back, unless the emission runs nevertheless.</summary>
    internal void Reject() => TryDrop();

    /// <summary>Drops the emission when the caller's token is cancelled before it starts.</summary>
    internal void DropOnCancellation()
    {
        _registration = _callerToken.UnsafeRegister(
            static emission =>
            {
                var self = (EventEmission)emission!;
                if (self.TryDrop())
                {
                    self._completion.SetCanceled(self._callerToken);
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

        _registration.Unregister();
        ReleaseClaims();
        return true;
    }

    /// <summary>Tells those concerned why the emission was dropped.</summary>
    internal void ReportDropped(Exception reason)
    {
        if (!HasCaller)
        {
            for (int index = 0; index < Snapshot.Count; index++)
            {
                if (_claims?.Runs(index) != false)
                {
                    Emitter.Failures.Tell(Event, Id, Snapshot.Entries[index].Subscriber.Name, reason, heard: false);
                }
            }
        }

        _completion.SetException(reason);
    }

    /// <summary>Completes when the emission has ended; asked before it is submitted.</summary>
    internal Task WhenEnded() => _completion.WhenEnded();

    private void ReleaseHold()
    {
        if (Interlocked.Decrement(ref _holds) == 0 && _state is { } state)
        {
            _completion.SetOutcome(state, SubscriberCount);
        }
    }

    // Only the first one who finds the emission dropped gives the claims back: later they may be another emission's.
    private void ReleaseClaims()
    {
        if (Volatile.Read(ref _claims) is { } claims && Interlocked.Exchange(ref _claimsReleased, 1) == 0)
        {
            claims.Release();
        }
    }
}
