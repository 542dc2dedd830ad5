namespace Pyventus;

/// <summary>An emission that waits for room in a queue; requests are granted in the order made.</summary>
/// <param name="item">The emission.</param>
/// <param name="forget">Takes the request out of the queue when it is cancelled.</param>
internal sealed class RoomRequest(QueuedEmission item, Action<RoomRequest> forget)
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

    public void CancelWith(CancellationToken cancellationToken) => _registration = cancellationToken.UnsafeRegister(Cancel, null);

    private void Cancel(object? state, CancellationToken cancellationToken)
    {
        forget(this);
        _granted.TrySetCanceled(cancellationToken);
    }
}
