namespace Pyventus;

/// <summary>
/// Runs handlers on the caller's thread: synchronous ones in order, asynchronous ones started in order and run
/// concurrently.
/// </summary>
public sealed class AsyncEventEmitter : EventEmitter
{
    private readonly AsyncProcessingService _service;

    /// <summary>Creates an emitter with a processing service of its own.</summary>
    /// <param name="options">How the emitter works; null for the defaults.</param>
    /// <param name="processing">How the service works; null for the defaults.</param>
    public AsyncEventEmitter(EventEmitterOptions? options = null, AsyncProcessingOptions? processing = null)
        : this(new AsyncProcessingService(processing), options)
    {
    }

    private AsyncEventEmitter(AsyncProcessingService service, EventEmitterOptions? options)
        : base(service, options)
    {
        _service = service;
        EnableDirect();
    }

    /// <summary>The number of unfinished emissions.</summary>
    public int TaskCount => _service.TaskCount;

    /// <inheritdoc cref="AsyncProcessingService.WaitForTasksAsync"/>
    public Task WaitForTasksAsync(CancellationToken cancellationToken = default) => _service.WaitForTasksAsync(cancellationToken);
}
