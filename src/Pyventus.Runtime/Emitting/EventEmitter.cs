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
    private object _scopeOwner;
    private bool _debug;
    private readonly IAcceptingService? _accepting;
    private readonly AsyncProcessingService? _inline;

    // The service, if it takes emissions that are no EventEmission.
    private ExecutorProcessingService? _executor;
    private ILogger? _logger;
    private EmitterServices? _services;
    private volatile bool _disposed;

    /// <summary>The linker whose direct events call sites may call themselves; null when an emission has to do more than that.</summary>
    // A field: read by each emission, in the caller's own code.
    internal EventLinker? DirectLinker;

    /// <summary>Creates an emitter over a processing service.</summary>
    /// <param name="processor">What runs the emissions; disposed with the emitter when it can be.</param>
    /// <param name="options">How the emitter works; null for the defaults.</param>
    public EventEmitter(IProcessingService processor, EventEmitterOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(processor);
        _processor = processor;
        _accepting = processor as IAcceptingService;
        _scopeOwner = processor;
        _options = options;
        EventLinker linker;
        bool allowsDirect;
        if (options is null)
        {
            linker = EventLinker.DefaultLinker;
            bool debug = Debugger.IsAttached;
            _debug = debug;
            allowsDirect = !debug;
        }
        else
        {
            // In methods of their own, as what follows: code that is branched over is compiled as well, and loads its types.
            linker = Configure(options);
            allowsDirect = !Debug && !StopsOnFirst;
        }

        Linker = linker;
        if (processor is AsyncProcessingService asynchronous)
        {
            bool captures = asynchronous.CapturesContext;
            CapturesContext = captures;
            DetachesHandlers = !captures;
            if (!asynchronous.IsOrdered)
            {
                _inline = asynchronous;

                // Only an emitter of this type has its service to itself: nobody else can close it.
                DirectLinker = allowsDirect && this is AsyncEventEmitter ? linker : null;
            }
        }
        else
        {
            UseService(processor);
        }
    }

    /// <summary>
    /// Raised for each handler that fails, on the thread on which it failed. A subscriber that throws is logged only.
    /// </summary>
    public event EventHandler<HandlerFailedEventArgs>? HandlerFailed;

    /// <summary>The linker whose subscribers are run.</summary>
    public EventLinker Linker { get; }

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
    internal bool StopsOnFirst { get; private set; }

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

        if (_processor is IDisposable disposable)
        {
            disposable.Dispose();
        }
        else if (_processor is IAsyncDisposable asyncDisposable)
        {
            asyncDisposable.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }

        _disposed = true;
    }

    /// <summary>Disposes the processing service.</summary>
    protected virtual async ValueTask DisposeAsyncCore()
    {
        DirectLinker = null;
        _disposed = true;
        if (_processor is IAsyncDisposable asyncDisposable)
        {
            await asyncDisposable.DisposeAsync().ConfigureAwait(false);
        }
        else if (_processor is IDisposable disposable)
        {
            disposable.Dispose();
        }
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
