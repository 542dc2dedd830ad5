using System.Diagnostics.CodeAnalysis;

namespace Pyventus;

/// <summary>
/// The queue of an executor with a limit: up to so many workers on the shared pool drain it, each running one emission at
/// a time to its end. As in the pool itself, a worker that takes its first emission while others wait has one more started.
/// </summary>
internal sealed partial class WorkerQueue(ThreadPoolExecutor executor, ThreadPoolExecutorOptions options)
{
    private readonly object _gate = new();
    private readonly int _maxWorkers = options.MaxWorkers == 0 ? int.MaxValue : options.MaxWorkers;
    private readonly int _capacity = options.Capacity ?? int.MaxValue;
    private readonly WorkBuffer _queue = new();
    private readonly LinkedList<RoomRequest> _waiting = new();
    private int _workers;
    private WorkerTurn? _unusedTurn;
    private bool _closed;
    private bool _cancelled;

    /// <summary>How many emissions wait for a worker.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _queue.Count;
            }
        }
    }

    /// <summary>Accepts an emission that has been counted in.</summary>
    /// <param name="work">The emission.</param>
    /// <param name="isNested">Whether a handler of the executor emitted it: it is accepted beyond the capacity.</param>
    /// <param name="cancellationToken">Cancels the waiting.</param>
    /// <returns>What to wait for when there is no room; null when it was accepted.</returns>
    /// <exception cref="EmissionRejectedException">There is no room and the mode says so, or the queue was closed.</exception>
    public Task? Enqueue(IQueuedWork work, bool isNested, CancellationToken cancellationToken)
    {
        IQueuedWork? dropped = null;
        WorkerStart start;
        lock (_gate)
        {
            if (_cancelled || (_closed && !isNested))
            {
                throw ThreadPoolExecutor.NotStarted();
            }

            if (!isNested && (_queue.OutsideCount >= _capacity || _waiting.Count > 0))
            {
                if (options.FullMode == FullMode.Throw)
                {
                    throw new EmissionRejectedException(
                        $"The queue of the executor is full ({_capacity} emissions wait), and its FullMode is Throw. Emit less, raise Capacity, or choose another FullMode.");
                }

                if (options.FullMode == FullMode.Wait)
                {
                    return RequestRoom(work, cancellationToken);
                }

                // Dropped before the new one claims: a once subscriber goes from the one to the other.
                dropped = _queue.TakeOldestFromOutside();
                if (dropped?.TryDrop() == false)
                {
                    executor.End(dropped);
                    dropped = null;
                }
            }

            start = Add(work, isNested);
        }

        Start(start);
        if (dropped is not null)
        {
            executor.ReportDropped(
                dropped,
                new EmissionRejectedException($"The emission was dropped for a newer one: the queue of the executor is full ({_capacity} emissions wait), and its FullMode is DropOldest."));
        }

        return null;
    }

    /// <summary>Refuses what waits for room; with <paramref name="cancelPending"/> abandons what has not started.</summary>
    public void Close(bool cancelPending)
    {
        List<IQueuedWork> abandoned = [];
        List<RoomRequest> refused;
        lock (_gate)
        {
            _closed = true;
            refused = [.. _waiting];
            _waiting.Clear();
            if (cancelPending)
            {
                _cancelled = true;
                while (_queue.TryTake(out IQueuedWork? work))
                {
                    abandoned.Add(work);
                }
            }
        }

        foreach (RoomRequest request in refused)
        {
            request.Refuse(new EmissionRejectedException("The executor was shut down while the emission waited for room in its queue; no handler ran."));
        }

        foreach (IQueuedWork work in abandoned)
        {
            executor.Abandon(work);
        }
    }

    private Task RequestRoom(IQueuedWork work, CancellationToken cancellationToken)
    {
        var request = new RoomRequest(work, Forget);
        _waiting.AddLast(request);
        request.CancelWith(cancellationToken);
        return request.Granted;
    }

    private void Forget(RoomRequest request)
    {
        lock (_gate)
        {
            _waiting.Remove(request);
        }
    }

    private WorkerStart Add(IQueuedWork work, bool isNested)
    {
        work.Accept(executor);
        _queue.Add(work, isNested);
        return GetStart();
    }

    private async Task WorkAsync()
    {
        var runner = new EmissionRunner(executor);
        WorkerTurn? turn = null;
        while (TryTake(out IQueuedWork? work))
        {
            if (work is SynchronousEmission emission)
            {
                runner.Run(emission);
            }
            else
            {
                await runner.RunAsync((EventEmission)work, turn ??= Interlocked.Exchange(ref _unusedTurn, null) ?? new WorkerTurn(executor)).ConfigureAwait(false);
            }

            if (runner.IsSpent)
            {
                runner.End();
                runner = new EmissionRunner(executor);
            }
        }

        runner.End();
        if (turn is not null)
        {
            Volatile.Write(ref _unusedTurn, turn);
        }
    }

    private bool TryTake([NotNullWhen(true)] out IQueuedWork? work)
    {
        RoomRequest? granted = null;
        WorkerStart start = WorkerStart.None;
        lock (_gate)
        {
            if (!_queue.TryTake(out work))
            {
                _workers--;
                return false;
            }

            if (_waiting.Count > 0)
            {
                granted = GrantRoom();
            }

            start = GetStart();
        }

        granted?.Wake();
        Start(start);
        return true;
    }

    // At most one place has become free.
    private RoomRequest? GrantRoom()
    {
        while (_queue.OutsideCount < _capacity && _waiting.First is { } first)
        {
            _waiting.RemoveFirst();
            if (first.Value.TryGrant())
            {
                first.Value.Work.Accept(executor);
                _queue.Add(first.Value.Work, isNested: false);
                return first.Value;
            }
        }

        return null;
    }
}
