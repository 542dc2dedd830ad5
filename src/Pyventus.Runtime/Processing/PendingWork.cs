namespace Pyventus;

/// <summary>
/// Counts the unfinished emissions of a processing service and lets any number of callers wait until there are none.
/// Closing refuses emissions from outside; nested ones are accepted while their parent is unfinished.
/// </summary>
internal sealed class PendingWork
{
    private const long ClosedBit = 1L << 62;

    private readonly object _gate = new();
    private TaskCompletionSource? _idle;
    private long _state;

    public int Count => (int)(Volatile.Read(ref _state) & ~ClosedBit);

    public bool IsClosed => (Volatile.Read(ref _state) & ClosedBit) != 0;

    /// <summary>Counts an emission in.</summary>
    /// <param name="owner">Whose emissions these are.</param>
    /// <exception cref="EmissionRejectedException">Closed, and the emission is not nested in one of the owner.</exception>
    public void Enter(object owner)
    {
        long state = Volatile.Read(ref _state);
        while (true)
        {
            if ((state & ClosedBit) != 0 && EmissionScope.Find(owner) is null)
            {
                throw Rejected(owner);
            }

            long found = Interlocked.CompareExchange(ref _state, state + 1, state);
            if (found == state)
            {
                return;
            }

            state = found;
        }
    }

    /// <exception cref="EmissionRejectedException">Closed, and the caller is not inside an emission of the owner.</exception>
    public void ThrowIfClosed(object owner)
    {
        if (IsClosed && EmissionScope.Find(owner) is null)
        {
            throw Rejected(owner);
        }
    }

    /// <summary>An emission has ended.</summary>
    public void Exit()
    {
        if ((Interlocked.Decrement(ref _state) & ~ClosedBit) == 0)
        {
            TaskCompletionSource? idle;
            lock (_gate)
            {
                if (Count > 0)
                {
                    // Emitted meanwhile; who waits now may wait for that, and its end comes here again.
                    return;
                }

                idle = _idle;
                _idle = null;
            }

            idle?.SetResult();
        }
    }

    public void Close() => Interlocked.Or(ref _state, ClosedBit);

    /// <summary>Completes at a moment when no emission is unfinished.</summary>
    public Task WaitAsync(CancellationToken cancellationToken)
    {
        Task idle;
        lock (_gate)
        {
            if (Count == 0)
            {
                return Task.CompletedTask;
            }

            _idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            idle = _idle.Task;
        }

        return idle.WaitAsync(cancellationToken);
    }

    private static EmissionRejectedException Rejected(object owner) =>
        new($"The {owner.GetType().Name} was shut down or disposed; the event was not emitted. Emit before that, or keep it open longer.");
}
