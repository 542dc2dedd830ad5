namespace Pyventus;

/// <summary>
/// Runs handlers on the caller's thread: synchronous ones in order, asynchronous ones started in order and run
/// concurrently.
/// </summary>
public sealed class AsyncEventEmitter : EventEmitter
{
    /// <summary>Creates an emitter with a processing service of its own.</summary>
    /// <param name="options">How the emitter works; null for the defaults.</param>
    /// <param name="processing">How the service works; null for the defaults.</param>
    public AsyncEventEmitter(EventEmitterOptions? options = null, AsyncProcessingOptions? processing = null)
        : base(new AsyncProcessingService(processing), options)
    {
    }

    /// <summary>The number of unfinished emissions.</summary>
    public int TaskCount => Service.TaskCount;

    /// <inheritdoc cref="AsyncProcessingService.WaitForTasksAsync"/>
    public Task WaitForTasksAsync(CancellationToken cancellationToken = default) => Service.WaitForTasksAsync(cancellationToken);

    private AsyncProcessingService Service => (AsyncProcessingService)Processor;
}
