namespace Pyventus;

/// <summary>An emission that waits for room in a queue; requests are granted in the order made.</summary>
/// <param name="work">The emission.</param>
/// <param name="forget">Takes the request out of the queue when it is cancelled.</param>
internal sealed class RoomRequest(IQueuedWork work, Action<RoomRequest> forget)
{
    // Continuations are the callers': they never run on the thread that wakes them.
    private readonly TaskCompletionSource _granted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenRegistration _registration;
    private int _isDecided;

    public IQueuedWork Work { get; } = work;

    public Task Granted => _granted.Task;

    /// <summary>Decides that there is room; <see cref="Wake"/> follows, under no lock.</summary>
    /// <returns>Whether the request was not cancelled before.</returns>
    public bool TryGrant()
    {
        _registration.Unregister();
        return TryDecide();
    }

    public void Wake() => _granted.SetResult();

    public void Refuse(Exception exception)
    {
        _registration.Unregister();
        if (TryDecide())
        {
            _granted.SetException(exception);
        }
    }

    public void CancelWith(CancellationToken cancellationToken) => _registration = cancellationToken.UnsafeRegister(Cancel, null);

    private void Cancel(object? state, CancellationToken cancellationToken)
    {
        forget(this);
        if (TryDecide())
        {
            _granted.SetCanceled(cancellationToken);
        }
    }

    private bool TryDecide() => Interlocked.Exchange(ref _isDecided, 1) == 0;
}
