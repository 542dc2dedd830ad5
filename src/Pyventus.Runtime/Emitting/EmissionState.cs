using System.Diagnostics.CodeAnalysis;
using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>
/// What an emission needs beyond its caller's stack: its identity, its failures and its unfinished handlers. Handlers may
/// end on any thread, so it is thread-safe.
/// </summary>
internal class EmissionState
{
    private readonly object _gate = new();
    private List<HandlerFailure>? _failures;
    private EventContext? _context;
    private TaskCompletionSource? _completion;
    private HandlerServiceScope? _serviceScope;
    private ExecutionContext? _serviceContext;
    private EmissionId? _id;
    private bool _cancelled;

    // The call that starts the handlers counts them by itself and adds them when it has started the last: until then those
    // that have ended are below zero, and no count is shared on the way in.
    private int _started;
    private int _unfinished;

    /// <summary>A state whose id is made when it is asked for, and which has no time until <see cref="SetTime"/>.</summary>
    public EmissionState(EventEmitter emitter, EventKey @event, CancellationToken cancellationToken) =>
        Begin(emitter, @event, cancellationToken);

    /// <summary>A state of no emission yet.</summary>
    protected EmissionState() => Emitter = null!;

    public EventEmitter Emitter { get; private set; }

    public EventKey Event { get; private set; }

    public Guid Id => IdSource.Value;

    public DateTimeOffset Timestamp { get; private set; }

    private EmissionId IdSource =>
        Submitted?.IdSource ?? Volatile.Read(ref _id) ?? Interlocked.CompareExchange(ref _id, new EmissionId(), null) ?? _id;

    /// <summary>The emission, if it was submitted; null if it runs in the call of its emitter.</summary>
    protected EventEmission? Submitted { get; private set; }

    /// <summary>The token given to <c>EmitAsync</c>.</summary>
    public CancellationToken CallerToken { get; private set; }

    /// <summary>The token that handlers get: the caller's, or one linked with it.</summary>
    public CancellationToken CancellationToken { get; private set; }

    /// <summary>Whether an <c>EmitAsync</c> caller learns of the failures.</summary>
    public bool HasCaller { get; set; }

    /// <summary>Whether callbacks of asynchronous handlers run in the caller's context.</summary>
    public bool CaptureContext { get; set; }

    /// <summary>Whether handlers are unfinished, or services have to be disposed; asked by the call that started the handlers.</summary>
    public bool IsPending => _started + Volatile.Read(ref _unfinished) > 0 || Volatile.Read(ref _serviceScope) is not null;

    /// <summary>Who observes the emission; null when nobody does.</summary>
    public EmissionTrace? Trace { get; set; }

    /// <summary>The services that the handlers share under <see cref="HandlerScope.PerEmission"/>.</summary>
    public HandlerServiceScope ServiceScope => Volatile.Read(ref _serviceScope) ?? CreateServiceScope();

    /// <summary>Takes the time of the emission, for its context.</summary>
    public void SetTime() => Timestamp = Emitter.Options.TimeProvider.GetUtcNow();

    /// <summary>The context of the emission; the handlers of an emission share it.</summary>
    public EventContext GetContext<TPayload>(in TPayload payload)
        where TPayload : struct, IPayload<TPayload>
    {
        if (Volatile.Read(ref _context) is { } known)
        {
            return known;
        }

        var arguments = new object?[TPayload.Arity];
        for (int index = 0; index < arguments.Length; index++)
        {
            arguments[index] = payload.GetArgument(index);
        }

        var context = new EventContext(IdSource, Event, Timestamp, Array.AsReadOnly(arguments), Emitter);
        return Interlocked.CompareExchange(ref _context, context, null) ?? context;
    }

    /// <summary>The context, once it has been made.</summary>
    public EventContext Context => Volatile.Read(ref _context)!;

    /// <summary>A handler without callbacks failed, unless it only obeyed the cancelled token.</summary>
    public void Failed(string handler, Exception exception)
    {
        if (!IsCancellation(exception))
        {
            Report(handler, exception, heard: false);
        }
    }

    /// <summary>Whether a handler that ended with this only obeyed the caller's token; remembers it.</summary>
    public bool IsCancellation(Exception exception)
    {
        if (exception is not OperationCanceledException || !CallerToken.IsCancellationRequested)
        {
            return false;
        }

        lock (_gate)
        {
            _cancelled = true;
        }

        return true;
    }

    /// <summary>Something of a handler failed: it is part of the result, and everybody is told.</summary>
    /// <param name="handler">The name of the handler.</param>
    /// <param name="exception">What was thrown.</param>
    /// <param name="heard">Whether somebody beyond those who are told here has heard of it.</param>
    public void Report(string handler, Exception exception, bool heard)
    {
        AddFailure(handler, exception);
        Tell(handler, exception, heard);
    }

    /// <summary>Tells everybody of a failure that is part of the result.</summary>
    public void Tell(string handler, Exception exception, bool heard) =>
        Emitter.Failures.Tell(Event, Id, handler, exception, heard || HasCaller);

    public void AddFailure(string handler, Exception exception)
    {
        lock (_gate)
        {
            (_failures ??= []).Add(new HandlerFailure(handler, exception));
        }
    }

    /// <summary>Follows a handler whose task did not succeed at once to its end.</summary>
    public void Observe(string handler, Task task)
    {
        if (task.IsCompleted)
        {
            // Throws: whoever called the handler reports it.
            task.GetAwaiter().GetResult();
            return;
        }

        AddUnfinished();
        CreatePendingHandler().Await(handler, task);
    }

    /// <summary>The same for any task.</summary>
    public void Observe(string handler, ValueTask task)
    {
        if (task.IsCompleted)
        {
            task.GetAwaiter().GetResult();
            return;
        }

        AddUnfinished();
        CreatePendingHandler().Await(handler, task);
    }

    /// <summary>Counts in a handler that may end later; called by the call that starts the handlers.</summary>
    public void AddUnfinished() => _started++;

    /// <summary>A handler that was counted in has ended.</summary>
    public void RemoveUnfinished()
    {
        if (Interlocked.Decrement(ref _unfinished) == 0)
        {
            EndWithServices(_serviceContext);
        }
    }

    /// <summary>The call that starts the handlers has started the last. What it asks of the state it has asked before.</summary>
    public void AllStarted()
    {
        if (_started == 0 || Interlocked.Add(ref _unfinished, _started) == 0)
        {
            EndWithServices(null);
        }
    }

    /// <summary>Completes when every handler has ended; asked before <see cref="AllStarted"/>.</summary>
    public Task Completion => (_completion ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>What <c>EmitAsync</c> throws under the emitter's policy, once every handler has ended.</summary>
    public Exception? GetException()
    {
        if (_cancelled)
        {
            return new OperationCanceledException(CallerToken);
        }

        return (_failures, Emitter.Options.ErrorPolicy) switch
        {
            (null, _) or (_, ErrorPolicy.Isolate) => null,
            (_, ErrorPolicy.StopOnFirst) => _failures[0].Exception,
            _ => new AggregateException(HandlerFailures.GetExceptions(_failures)),
        };
    }

    /// <summary>What failed, once every handler has ended; null when nothing did.</summary>
    public IReadOnlyList<HandlerFailure>? Failures => _failures;

    /// <summary>Whether a handler failed or was cancelled, so that <see cref="ErrorPolicy.StopOnFirst"/> stops.</summary>
    public bool HasFailed => _cancelled || _failures is not null;

    /// <summary>Makes the state that of an emission.</summary>
    [MemberNotNull(nameof(Emitter))]
    protected void Begin(EventEmitter emitter, EventKey @event, CancellationToken cancellationToken)
    {
        Emitter = emitter;
        Event = @event;
        CallerToken = cancellationToken;
        CancellationToken = cancellationToken;
    }

    /// <summary>Makes the state that of an emission that was submitted.</summary>
    protected void Begin(EventEmission emission, CancellationToken cancellationToken)
    {
        Begin(emission.Emitter, emission.Event, cancellationToken);
        CallerToken = emission.CallerToken;
        Timestamp = emission.Timestamp;
        Trace = emission.Trace;
        Submitted = emission;
    }

    /// <summary>Forgets the emission, whose handlers have all ended.</summary>
    protected void Clear()
    {
        Begin(null!, default, CancellationToken.None);
        Submitted = null;
        _failures = null;
        _context = null;
        _completion = null;
        _serviceScope = null;
        _serviceContext = null;
        _id = null;
        _cancelled = false;
        _started = 0;
        _unfinished = 0;
        Trace = null;
    }

    /// <summary>What follows an unfinished handler.</summary>
    protected virtual PendingHandler CreatePendingHandler() => new(this);

    /// <summary>Everything has ended.</summary>
    public virtual void End()
    {
        Trace?.Ended(this);
        Complete();
    }

    /// <summary>Completes <see cref="Completion"/>, if somebody has asked for it.</summary>
    protected void Complete() => Volatile.Read(ref _completion)?.SetResult();

    private HandlerServiceScope CreateServiceScope()
    {
        // For their disposal, where the last handler ends later: that need not be in the emission's context.
        _serviceContext ??= ExecutionContext.Capture();
        return Interlocked.CompareExchange(ref _serviceScope, Emitter.CreateServiceScope(), null) ?? _serviceScope;
    }

    private void EndWithServices(ExecutionContext? context)
    {
        if (Volatile.Read(ref _serviceScope) is { } services)
        {
            services.DisposeAndEnd(this, context);
        }
        else
        {
            End();
        }
    }
}
