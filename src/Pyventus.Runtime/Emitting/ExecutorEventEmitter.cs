namespace Pyventus;

/// <summary>Runs handlers on an executor.</summary>
public sealed class ExecutorEventEmitter : EventEmitter
{
    private readonly IExecutor _executor;

    /// <summary>Creates an emitter over an executor.</summary>
    /// <param name="executor">The executor; null for a <see cref="ThreadPoolExecutor"/> of its own.</param>
    /// <param name="options">How the emitter works; null for the defaults.</param>
    /// <param name="leaveOpen">Whether the executor stays open when the emitter is disposed.</param>
    public ExecutorEventEmitter(IExecutor? executor = null, EventEmitterOptions? options = null, bool leaveOpen = false)
        : this(new ExecutorProcessingService(executor ?? new ThreadPoolExecutor(), leaveOpen), options)
    {
    }

    private ExecutorEventEmitter(ExecutorProcessingService service, EventEmitterOptions? options)
        : base(service, options)
    {
        _executor = service.Executor;
    }

    /// <inheritdoc cref="IExecutor.Shutdown"/>
    public void Shutdown(bool wait = true, bool cancelPending = false) => _executor.Shutdown(wait, cancelPending);

    /// <inheritdoc cref="IExecutor.ShutdownAsync"/>
    public ValueTask ShutdownAsync(bool cancelPending = false, CancellationToken cancellationToken = default) => _executor.ShutdownAsync(cancelPending, cancellationToken);
}
