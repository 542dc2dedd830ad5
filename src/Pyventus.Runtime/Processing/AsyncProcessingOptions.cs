namespace Pyventus;

/// <summary>How an <see cref="AsyncProcessingService"/> works; immutable.</summary>
public sealed class AsyncProcessingOptions
{
    /// <summary>Whether <c>Emit</c> waits for asynchronous handlers.</summary>
    public AsyncContext Context { get; init; }

    /// <summary>
    /// Whether asynchronous handlers started by <c>Emit</c> continue in the caller's <see cref="SynchronizationContext"/>.
    /// Under <c>EmitAsync</c> they always do. An <c>Emit</c> that waits ignores it: the caller's context is blocked meanwhile.
    /// </summary>
    public bool CaptureContext { get; init; }

    /// <summary>
    /// Runs emissions one at a time, in the order submitted, from any thread; nested ones directly after their parent. An
    /// <c>EmitAsync</c> inside a handler runs at once, since the handler could not wait for what comes after it.
    /// </summary>
    public bool EnforceSubmissionOrder
    {
        get => CreateQueue is not null;
        init => CreateQueue = value ? static service => new OrderedQueue(service) : null;
    }

    // What makes the queue, so that native programs that ask for none do not contain it.
    internal Func<AsyncProcessingService, OrderedQueue>? CreateQueue { get; private init; }
}
