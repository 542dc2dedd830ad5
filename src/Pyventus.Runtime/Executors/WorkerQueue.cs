using System.Diagnostics.CodeAnalysis;

namespace Pyventus;

/// <summary>
/// The queue of an executor with a limit: up to so many workers on the shared pool drain it, each running one emission at
/// a time to its end.
/// </summary>
internal sealed class WorkerQueue(ThreadPoolExecutor executor, ThreadPoolExecutorOptions options)
{
    private readonly object _gate = new();
    private readonly int _maxWorkers = options.MaxWorkers == 0 ? int.MaxValue : options.MaxWorkers;
    private readonly LinkedList<QueuedEmission> _queue = new();
    private readonly LinkedList<RoomRequest> _waiting = new();
    private int _outside;
    private int _workers;
    private int _unstarted;
    private int _takenOver;
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
    /// <param name="emission">The emission.</param>
    /// <param name="isNested">Whether a handler of the executor emitted it: then it is accepted beyond the capacity.</param>
    /// <param name="cancellationToken">Cancels the waiting.</param>
    /// <returns>What to wait for when there is no room; null when it was accepted.</returns>
    /// <exception cref="EmissionRejectedException">There is no room and the mode says so, or the queue was closed.</exception>
    public Task? Enqueue(EventEmission emission, bool isNested, CancellationToken cancellationToken)
    {
        var item = new QueuedEmission(emission, options.SuppressExecutionContext ? null : ExecutionContext.Capture()) { IsNested = isNested };
        QueuedEmission? dropped = null;
        lock (_gate)
        {
            if (_cancelled || (_closed && !isNested))
            {
                throw ThreadPoolExecutor.NotStarted();
            }

            if (!isNested && options.Capacity is { } capacity && (_outside >= capacity || _waiting.Count > 0))
            {
                if (options.FullMode == FullMode.Throw)
                {
                    throw new EmissionRejectedException(
                        $"The queue of the executor is full ({capacity} emissions wait), and its FullMode is Throw. Emit less, raise Capacity, or choose another FullMode.");
                }

                if (options.FullMode == FullMode.Wait)
                {
                    return RequestRoom(item, cancellationToken);
                }

                // Dropped before the new one claims: a once subscriber goes from the one to the other.
                dropped = TakeOldestFromOutside();
                if (dropped?.Emission.TryDrop() == false)
                {
                    executor.End(dropped.Emission);
                    dropped = null;
                }
            }

            Add(item);
        }

        if (dropped is not null)
        {
            dropped.Emission.ReportDropped(new EmissionRejectedException(
                $"The emission was dropped for a newer one: the queue of the executor is full ({options.Capacity} emissions wait), and its FullMode is DropOldest."));
            executor.End(dropped.Emission);
        }

        return null;
    }

    /// <summary>
    /// Called by a thread of the pool before it blocks for room: when all of them do, no worker would ever start, so one
    /// that has not started yet gets a thread of its own.
    /// </summary>
    public void TakeOverWorker()
    {
        lock (_gate)
        {
            if (_unstarted == 0)
            {
                return;
            }

            _unstarted--;
            _takenOver++;
        }

        new Thread(() => _ = WorkAsync()) { IsBackground = true, Name = "Pyventus worker" }.Start();
    }

    /// <summary>Refuses what waits for room; with <paramref name="cancelPending"/> abandons what has not started.</summary>
    public void Close(bool cancelPending)
    {
        List<QueuedEmission> abandoned = [];
        List<RoomRequest> refused;
        lock (_gate)
        {
            _closed = true;
            refused = [.. _waiting];
            _waiting.Clear();
            if (cancelPending)
            {
                _cancelled = true;
                abandoned.AddRange(_queue);
                _queue.Clear();
                _outside = 0;
            }
        }

        foreach (RoomRequest request in refused)
        {
            request.Refuse(new EmissionRejectedException("The executor was shut down while the emission waited for room in its queue; no handler ran."));
        }

        foreach (QueuedEmission item in abandoned)
        {
            item.Emission.Abandon(ThreadPoolExecutor.NotStarted());
            executor.End(item.Emission);
        }
    }

    private Task RequestRoom(QueuedEmission item, CancellationToken cancellationToken)
    {
        var request = new RoomRequest(item, Forget);
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

    private QueuedEmission? TakeOldestFromOutside()
    {
        for (LinkedListNode<QueuedEmission>? node = _queue.First; node is not null; node = node.Next)
        {
            if (!node.Value.IsNested)
            {
                _queue.Remove(node);
                _outside--;
                return node.Value;
            }
        }

        return null;
    }

    private void Add(QueuedEmission item)
    {
        item.Emission.Accept(executor);
        _queue.AddLast(item);
        _outside += item.IsNested ? 0 : 1;
        if (_workers < _maxWorkers)
        {
            _workers++;
            _unstarted++;
            ThreadPool.UnsafeQueueUserWorkItem(static queue => queue.StartWorker(), this, preferLocal: false);
        }
    }

    private void StartWorker()
    {
        lock (_gate)
        {
            if (_takenOver > 0)
            {
                _takenOver--;
                return;
            }

            _unstarted--;
        }

        _ = WorkAsync();
    }

    private async Task WorkAsync()
    {
        while (TryTake(out QueuedEmission? item))
        {
            await item.RunAsync().ConfigureAwait(false);
            executor.End(item.Emission);
        }
    }

    private bool TryTake([NotNullWhen(true)] out QueuedEmission? item)
    {
        lock (_gate)
        {
            item = _queue.First?.Value;
            if (item is null)
            {
                _workers--;
                return false;
            }

            _queue.RemoveFirst();
            _outside -= item.IsNested ? 0 : 1;
            GrantRoom();
            return true;
        }
    }

    private void GrantRoom()
    {
        while (_outside < options.Capacity && _waiting.First is { } first)
        {
            _waiting.RemoveFirst();
            if (first.Value.TryGrant())
            {
                Add(first.Value.Item);
            }
        }
    }
}
