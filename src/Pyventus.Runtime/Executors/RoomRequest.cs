namespace Pyventus;

/// <summary>An emission that waits for room in a queue; requests are granted in the order made.</summary>
internal sealed class RoomRequest(QueuedEmission item)
{
    // Continuations are the callers': they never run on the thread that grants, which holds the lock of the queue.
    private readonly TaskCompletionSource _granted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenRegistration _registration;

    public QueuedEmission Item { get; } = item;

    public Task Granted => _granted.Task;

    public bool TryGrant()
    {
        _registration.Unregister();
        return _granted.TrySetResult();
    }

    public void Refuse(Exception exception)
    {
        _registration.Unregister();
        _granted.TrySetException(exception);
    }

    public void CancelWith(CancellationToken cancellationToken) =>
        _registration = cancellationToken.UnsafeRegister(static (request, token) => ((RoomRequest)request!)._granted.TrySetCanceled(token), this);
}
