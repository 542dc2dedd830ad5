using System.Runtime.InteropServices;

namespace Pyventus;

/// <summary>
/// Counts the unfinished emissions of a processing service and lets any number of callers wait until there are none.
/// Closing refuses emissions from outside; nested ones are accepted while their parent is unfinished.
/// </summary>
internal sealed class PendingWork
{
    // Beside the count in one word, so that neither counting in nor counting out takes a lock.
    private const long ClosedBit = 1L << 62;
    private const long AwaitedBit = 1L << 61;

    private readonly object _gate = new();
    private TaskCompletionSource? _idle;
    private State _state;

    public int Count => (int)Volatile.Read(ref _state.Value);

    public bool IsClosed => (Volatile.Read(ref _state.Value) & ClosedBit) != 0;

    /// <summary>Counts an emission in.</summary>
    /// <param name="owner">Whose emissions these are.</param>
    /// <exception cref="EmissionRejectedException">Closed, and the emission is not nested in one of the owner.</exception>
    public void Enter(object owner)
    {
        if ((Interlocked.Increment(ref _state.Value) & ClosedBit) != 0 && EmissionScope.Find(owner) is null)
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
        if ((Interlocked.Add(ref _state.Value, -count) & ~ClosedBit) == AwaitedBit)
        {
            ReleaseWaiters();
        }
    }

    public void Close() => Interlocked.Or(ref _state.Value, ClosedBit);

    /// <summary>Completes at a moment when no emission is unfinished.</summary>
    public Task WaitAsync()
    {
        lock (_gate)
        {
            // Set before the count is looked at: whoever counts the last one out sees it.
            long state = Interlocked.Or(ref _state.Value, AwaitedBit);
            if ((int)state == 0)
            {
                return Task.CompletedTask;
            }

            _idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _idle.Task;
        }
    }

    private void ReleaseWaiters()
    {
        TaskCompletionSource? idle;
        lock (_gate)
        {
            if (Count > 0)
            {
                // Emitted meanwhile; who waits now may wait for that, and its end comes here again.
                return;
            }

            Interlocked.And(ref _state.Value, ~AwaitedBit);
            idle = _idle;
            _idle = null;
        }

        idle?.SetResult();
    }

    private static EmissionRejectedException Rejected(object owner) =>
        new($"The {owner.GetType().Name} was shut down or disposed; the event was not emitted. Emit before that, or keep it open longer.");

    // Alone in its cache lines: each emission changes it, and what lies beside it in memory is read by each.
    [StructLayout(LayoutKind.Explicit, Size = 3 * CacheLine)]
    private struct State
    {
        private const int CacheLine = 64;

        [FieldOffset(CacheLine)]
        public long Value;
    }
}
