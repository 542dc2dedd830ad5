namespace Pyventus;

/// <summary>
/// Runs emissions one at a time: in the order submitted, nested ones directly after their parent. The thread that
/// submits to an idle queue runs its own emission and those nested in it; what others submit meanwhile goes on on the
/// thread pool.
/// </summary>
internal sealed class OrderedQueue(object owner, PendingWork work)
{
    private readonly object _gate = new();
    private readonly LinkedList<QueuedEmission> _queue = new();
    private bool _running;

    /// <summary>Accepts an emission that has been counted in.</summary>
    public void Submit(EventEmission emission)
    {
        EmissionScope? parent = EmissionScope.Find(owner);
        var item = new QueuedEmission(emission, ExecutionContext.Capture());
        emission.Accept();
        lock (_gate)
        {
            if (!TryAddLast(item, parent))
            {
                return;
            }
        }

        _ = RunAsync(ownOnly: true);
    }

    /// <summary>Runs an awaited emission inside its parent at once; what it emits follows that parent.</summary>
    public async Task ExecuteNestedAsync(EventEmission emission)
    {
        EmissionScope? parent = EmissionScope.Find(owner);
        emission.Accept();
        await emission.ExecuteAsync().ConfigureAwait(false);
        bool starts = false;
        lock (_gate)
        {
            foreach (QueuedEmission child in emission.Scope is null ? [] : TakeChildren(emission))
            {
                starts |= TryAddLast(child, parent);
            }
        }

        work.Exit();
        if (starts)
        {
            await RunAsync(ownOnly: false).ConfigureAwait(false);
        }
    }

    // Under the lock. True when the caller has to run the queue.
    private bool TryAddLast(QueuedEmission item, EmissionScope? parent)
    {
        if (parent is { IsClosed: false })
        {
            parent.Children.Enqueue(item);
            return false;
        }

        _queue.AddLast(item);
        bool starts = !_running;
        _running = true;
        return starts;
    }

    // Under the lock. Afterwards the parent takes no more: what its stray tasks emit is not nested any longer.
    private static Queue<QueuedEmission> TakeChildren(EventEmission emission)
    {
        emission.Scope!.IsClosed = true;
        return emission.Scope.Children;
    }

    private async Task RunAsync(bool ownOnly)
    {
        int own = 1;
        while (true)
        {
            QueuedEmission? item;
            lock (_gate)
            {
                item = _queue.First?.Value;
                if (item is null)
                {
                    _running = false;
                    return;
                }

                if (ownOnly && own == 0)
                {
                    break;
                }

                _queue.RemoveFirst();
            }

            await item.RunAsync().ConfigureAwait(false);
            own += AddChildren(item.Emission) - 1;
            work.Exit();
        }

        ThreadPool.UnsafeQueueUserWorkItem(static queue => _ = queue.RunAsync(ownOnly: false), this, preferLocal: false);
    }

    private int AddChildren(EventEmission emission)
    {
        if (emission.Scope is null)
        {
            // It was abandoned or cancelled before its start.
            return 0;
        }

        lock (_gate)
        {
            Queue<QueuedEmission> children = TakeChildren(emission);
            int count = children.Count;
            LinkedListNode<QueuedEmission>? last = null;
            while (children.TryDequeue(out QueuedEmission? child))
            {
                last = last is null ? _queue.AddFirst(child) : _queue.AddAfter(last, child);
            }

            return count;
        }
    }
}
