using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>
/// Emits events: finds their subscribers through a linker and has a processing service run them. The type to depend on,
/// whatever runs the handlers. Thread-safe.
/// </summary>
public partial class EventEmitter : IDisposable, IAsyncDisposable
{
    private readonly EventEmitterOptions? _options;
    private readonly IProcessingService _processor;
    private readonly IAcceptingService? _accepting;

    // The service, if it runs emissions in the call that emits them.
    private readonly AsyncProcessingService? _inline;

    // What submits the emissions that cannot run like that; null where all can.
    private readonly EmissionSubmitter? _submitter;

    // The service, if it takes emissions that are no EventEmission.
    private readonly ExecutorProcessingService? _executor;
    private ILogger? _logger;

    // Where the scopes of handlers come from; null where handlers have none.
    private EmitterServices? _services;
    private volatile bool _disposed;

    // Fields beside the properties: nothing is inlined at start-up.
    private EventLinker _linker;
    private bool _debug;
    private bool _stopsOnFirst;
    private object _scopeOwner;

    /// <summary>The linker whose direct events call sites may call themselves; null when an emission has to do more than that.</summary>
    internal EventLinker? DirectLinker;

    /// <summary>Creates an emitter over a processing service.</summary>
    /// <param name="processor">What runs the emissions; disposed with the emitter when it can be.</param>
    /// <param name="options">How the emitter works; null for the defaults.</param>
    public EventEmitter(IProcessingService processor, EventEmitterOptions? options = null)
        : this(options, processor ?? throw new ArgumentNullException(nameof(processor)), processor as IAcceptingService)
    {
        Telemetry.Watch();
        _submitter = new EmissionSubmitter(this, processor);
        if (processor is AsyncProcessingService asynchronous)
        {
            CapturesContext = asynchronous.CapturesContext;
            DetachesHandlers = !CapturesContext;
            _inline = asynchronous.Ordered is null ? asynchronous : null;
        }
        else if (processor is ExecutorProcessingService service)
        {
            _scopeOwner = service.Executor;
            _executor = service.Executor is ThreadPoolExecutor && !RunsSequentially && !Debug ? service : null;
        }
    }

    /// <summary>
    /// Creates an emitter whose emissions run in the call that emits them, unless an option says otherwise. Nobody else has
    /// its service: call sites may call direct events themselves, since only the emitter can close it.
    /// </summary>
    private protected EventEmitter(AsyncProcessingService service, EventEmitterOptions? options)
        : this(options, service, service)
    {
        bool captures = service.CapturesContext;
        CapturesContext = captures;
        DetachesHandlers = !captures;
        if (service.Ordered is null)
        {
            _inline = service;
            DirectLinker = _debug || _stopsOnFirst ? null : _linker;
        }

        if (options is not null || service.Ordered is not null)
        {
            _submitter = CreateSubmitter(service, options);
        }
    }

    private EventEmitter(EventEmitterOptions? options, IProcessingService processor, IAcceptingService? accepting)
    {
        _processor = processor;
        _accepting = accepting;
        _options = options;
        _scopeOwner = processor;
        if (options is null)
        {
            _linker = EventLinker.DefaultLinker;
            _debug = Debugger.IsAttached;
        }
        else
        {
            Configure(options);
        }
    }

    /// <summary>
    /// Raised for each handler that fails, on the thread on which it failed. A subscriber that throws is logged only.
    /// </summary>
    public event EventHandler<HandlerFailedEventArgs>? HandlerFailed;

    /// <summary>The linker whose subscribers are run.</summary>
    public EventLinker Linker => _linker;

    /// <summary>
    /// Whether each emission is shown with its subscribers, their order, the executor, durations and outcome: at level Debug
    /// of the logger, without one to the attached debugger, else to standard error.
    /// </summary>
    public bool Debug => _debug;

    internal EventEmitterOptions Options => _options ?? EventEmitterOptions.Default;

    /// <summary>Tells of failures; made for each, since there is nothing to remember.</summary>
    internal FailureReporter Failures => new(this, _logger);

    /// <summary>Whether the asynchronous handlers of an emission do not overlap.</summary>
    internal bool RunsSequentially { get; private set; }

    /// <summary>Whether no handler runs after one that failed.</summary>
    internal bool StopsOnFirst => _stopsOnFirst;

    /// <summary>Whether asynchronous handlers continue in the context of the caller of <c>Emit</c>.</summary>
    internal bool CapturesContext { get; }

    /// <summary>Whether asynchronous handlers started by <c>Emit</c> are kept out of the caller's context.</summary>
    internal bool DetachesHandlers { get; }

    /// <summary>Where debug mode writes; null when it is off or nothing would be seen.</summary>
    internal ILogger? DebugLog => Debug ? GetDebugLog(_logger) : null;

    /// <summary>What runs the emissions.</summary>
    private protected IProcessingService Processor => _processor;

    /// <summary>Whose emissions count as parents of what handlers emit through this emitter.</summary>
    internal object ScopeOwner => _scopeOwner;

    /// <summary>Emits an event object to the subscribers of its run-time type. Never throws what a handler threw.</summary>
    /// <typeparam name="TEvent">The type of the event object, or a base of it.</typeparam>
    /// <param name="event">The event object.</param>
    /// <exception cref="ArgumentNullException"><paramref name="event"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="event"/> is a string or a type, or of another type that no event object can have.</exception>
    /// <exception cref="EmissionRejectedException">The emitter or its executor was shut down, or the queue is full.</exception>
    public void Emit<TEvent>(TEvent @event)
        where TEvent : notnull
    {
        if (FindSlot(@event) is { } slot)
        {
            Dispatch(slot, new Payload<TEvent>(@event));
        }
        else
        {
            Unhandled(EventKey.OfRuntimeType(TypeOf(@event)));
        }
    }

    /// <summary>Emits an event object to the subscribers of its run-time type; completes when every handler of the emission has finished, wherever it ran.</summary>
    /// <typeparam name="TEvent">The type of the event object, or a base of it.</typeparam>
    /// <param name="event">The event object.</param>
    /// <param name="cancellationToken">Cancels the emission before it starts; afterwards it is up to the handlers, which are given it.</param>
    /// <returns>How many handlers ran and which failed; under <see cref="ErrorPolicy.Isolate"/> no handler's exception is thrown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="event"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="event"/> is a string or a type, or of another type that no event object can have.</exception>
    /// <exception cref="EmissionRejectedException">The emitter or its executor was shut down, or the queue is full.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before the start, or a handler ended because of it.</exception>
    public ValueTask<EmissionResult> EmitAsync<TEvent>(TEvent @event, CancellationToken cancellationToken = default)
        where TEvent : notnull
    {
        if (FindSlot(@event) is { } slot)
        {
            return DispatchAsync(slot, new Payload<TEvent>(@event), cancellationToken);
        }

        return UnhandledAsync(EventKey.OfRuntimeType(TypeOf(@event)), cancellationToken);
    }

    /// <summary>
    /// Disposes the processing service, which finishes what it accepted; blocks meanwhile. Inside an emission that is
    /// counted as pending work (one with asynchronous handlers, or on an executor) it only stops acceptance. Idempotent.
    /// </summary>
    /// <exception cref="InvalidOperationException">An unfinished handler needs the caller's <see cref="SynchronizationContext"/>; use <see cref="DisposeAsync"/>.</exception>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Disposes the processing service and completes when it has finished what it accepted. Inside an emission that is counted as pending work it only stops acceptance. Idempotent.</summary>
    public async ValueTask DisposeAsync()
    {
        await DisposeAsyncCore().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }

    /// <summary>Disposes the processing service, blocking until it has finished.</summary>
    /// <param name="disposing">Whether it is called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
        {
            return;
        }

        DirectLinker = null;

        if (_processor is AsyncProcessingService service)
        {
            service.Dispose();
        }
        else
        {
            _submitter!.DisposeProcessor();
        }

        _disposed = true;
    }

    /// <summary>Disposes the processing service.</summary>
    protected virtual ValueTask DisposeAsyncCore()
    {
        DirectLinker = null;
        _disposed = true;
        return _processor is AsyncProcessingService service ? service.DisposeAsync() : _submitter!.DisposeProcessorAsync();
    }

    /// <summary>Raises <see cref="HandlerFailed"/>.</summary>
    /// <returns>Whether somebody listens.</returns>
    internal bool RaiseHandlerFailed(string handler, Exception exception, EventKey key, Guid emissionId)
    {
        if (HandlerFailed is not { } subscribers)
        {
            return false;
        }

        var arguments = new HandlerFailedEventArgs(handler, exception, key, emissionId);
        foreach (Delegate subscriber in subscribers.GetInvocationList())
        {
            try
            {
                ((EventHandler<HandlerFailedEventArgs>)subscriber)(this, arguments);
            }
            catch (Exception thrown)
            {
                Failures.SubscriberThrew(handler, key, thrown);
            }
        }

        return true;
    }

    private EventSlot? FindSlot<TEvent>(TEvent @event)
        where TEvent : notnull
    {
        // Asked of a struct it would box it, where the JIT does not optimize.
        if (default(TEvent) is null && @event is null)
        {
            throw new ArgumentNullException(nameof(@event));
        }

        Type type = TypeOf(@event);
        EventSlot? slot = Linker.Find(type);
        if (slot is null)
        {
            ThrowIfNoEvent(@event, type);
        }

        return slot;
    }

    // Asking a struct for its type would box it; its type is known.
    private static Type TypeOf<TEvent>(TEvent @event)
        where TEvent : notnull =>
        default(TEvent) is null ? @event.GetType() : typeof(TEvent);

    private static void ThrowIfNoEvent(object @event, Type type)
    {
        if (@event is string name)
        {
            throw new ArgumentException($"A string reached the overload for event objects; to emit the named event write Emit((string)\"{name}\").", nameof(@event));
        }

        if (@event is Type eventType)
        {
            throw new ArgumentException($"A System.Type is no event; construct an instance and write Emit(new {eventType.Name}(…)).", nameof(@event));
        }

        EventTypes.Validate(type, nameof(@event));
    }
}
