using System.Runtime.InteropServices;

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
    private Counters _counters;

    /// <summary>How many emissions are unfinished.</summary>
    public int Count
    {
        get
        {
            // In this order: when both are equal, there was no unfinished emission in between.
            long exited = Volatile.Read(ref _counters.Exited);
            return (int)((Volatile.Read(ref _counters.Entered) & ~ClosedBit) - exited);
        }
    }

    public bool IsClosed => (Volatile.Read(ref _counters.Entered) & ClosedBit) != 0;

    /// <summary>Counts an emission in.</summary>
    /// <param name="owner">Whose emissions these are.</param>
    /// <exception cref="EmissionRejectedException">Closed, and the emission is not nested in one of the owner.</exception>
    public void Enter(object owner)
    {
        if ((Interlocked.Increment(ref _counters.Entered) & ClosedBit) != 0 && EmissionScope.Find(owner) is null)
        {
            Exit();
            throw Rejected(owner);
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

    /// <summary>Emissions have ended.</summary>
    public void Exit(int count = 1)
    {
        // Whoever waits says so before he looks at the counters, and this counts before it looks for him.
        Interlocked.Add(ref _counters.Exited, count);
        if (Volatile.Read(ref _idle) is not null)
        {
            TryEndWaiting();
        }
    }

    public void Close() => Interlocked.Or(ref _counters.Entered, ClosedBit);

    /// <summary>Completes at a moment when no emission is unfinished.</summary>
    public Task WaitAsync(CancellationToken cancellationToken)
    {
        if (Count == 0)
        {
            return Task.CompletedTask;
        }

        Task idle;
        lock (_gate)
        {
            _idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            idle = _idle.Task;
        }

        Interlocked.MemoryBarrier();
        TryEndWaiting();
        return idle.WaitAsync(cancellationToken);
    }

    private void TryEndWaiting()
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

    private static EmissionRejectedException Rejected(object owner) =>
        new($"The {owner.GetType().Name} was shut down or disposed; the event was not emitted. Emit before that, or keep it open longer.");

    // Threads that emit count here and threads that run count there; in one cache line they would hinder each other.
    [StructLayout(LayoutKind.Explicit, Size = 3 * CacheLine)]
    private struct Counters
    {
        private const int CacheLine = 128;

        [FieldOffset(CacheLine)]
        public long Entered;

        [FieldOffset(2 * CacheLine)]
        public long Exited;
    }
}
