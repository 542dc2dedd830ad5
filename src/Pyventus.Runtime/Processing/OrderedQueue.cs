using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Pyventus;

/// <summary>
/// Runs emissions one at a time: in the order submitted, nested ones directly after their parent. The thread that
/// submits to an idle queue runs its own emission and those nested in it; what others submit meanwhile is run by its own
/// caller where that one waits, and otherwise on the thread pool.
/// </summary>
internal sealed class OrderedQueue(AsyncProcessingService service)
{
    private readonly object _gate = new();
    private readonly LinkedList<QueuedEmission> _queue = new();
    private bool _running;

    /// <summary>How many emissions wait for their turn, those aside that wait for the end of their parent.</summary>
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

    /// <summary>What submits the emissions of an emitter.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public EmissionSubmitter CreateSubmitter(EventEmitter emitter) => new(emitter, service);

    /// <summary>Accepts an emission that has been counted in.</summary>
    /// <param name="emission">The emission.</param>
    /// <param name="captured">The context that its handlers continue in.</param>
    /// <param name="waits">Whether the caller, which is outside of any emission of the service, blocks until it is its turn.</param>
    public void Submit(EventEmission emission, SynchronizationContext? captured, bool waits)
    {
        EmissionScope? parent = EmissionScope.Find(service);
        var item = new QueuedEmission(emission, ExecutionContext.Capture(), captured) { Turn = waits ? new TaskCompletionSource() : null };
        emission.Accept(service);
        bool starts;
        lock (_gate)
        {
            starts = TryAddLast(item, parent);
        }

        if (!starts && item.Turn is not null)
        {
            item.Turn.Task.GetAwaiter().GetResult();
            starts = true;
        }

        if (starts)
        {
            _ = RunAsync(ownOnly: true);
        }
    }

    /// <summary>Runs an awaited emission inside its parent at once; what it emits follows that parent.</summary>
    public async Task RunNestedAsync(EventEmission emission, SynchronizationContext? captured)
    {
        EmissionScope? parent = EmissionScope.Find(service);
        emission.Accept(service);
        await emission.TryExecuteAsync().ConfigureAwait(false);
        bool starts = false;
        lock (_gate)
        {
            while (TryTakeChild(emission, out QueuedEmission? child))
            {
                starts |= TryAddLast(child, parent);
            }
        }

        service.End(emission, captured);
        if (starts)
        {
            await RunAsync(ownOnly: false).ConfigureAwait(false);
        }
    }

    // Under the lock. True when the caller has to run the queue.
    private bool TryAddLast(QueuedEmission item, EmissionScope? parent)
    {
        if (parent is SubmittedScope { IsClosed: false } open)
        {
            open.Children.Enqueue(item);
            return false;
        }

        _queue.AddLast(item);
        bool starts = !_running;
        _running = true;
        return starts;
    }

    // Under the lock. From the first call on the parent takes no more: what its stray tasks emit is not nested any longer.
    private static bool TryTakeChild(EventEmission emission, [NotNullWhen(true)] out QueuedEmission? child)
    {
        if (emission.Scope is not SubmittedScope scope)
        {
            // It was abandoned or cancelled before its start.
            child = null;
            return false;
        }

        scope.IsClosed = true;
        return scope.Children.TryDequeue(out child);
    }

    private async Task RunAsync(bool ownOnly)
    {
        int own = ownOnly ? 1 : 0;
        while (TryTakeNext(own > 0, ownOnly, out QueuedEmission? item))
        {
            await item.RunAsync().ConfigureAwait(false);
            own += AddChildren(item.Emission) - 1;
            service.End(item.Emission, item.Captured);
        }
    }

    // False when the queue is empty or somebody else goes on with it.
    private bool TryTakeNext(bool isOwn, bool ownOnly, [NotNullWhen(true)] out QueuedEmission? item)
    {
        TaskCompletionSource? turn = null;
        lock (_gate)
        {
            item = _queue.First?.Value;
            if (item is null)
            {
                _running = false;
                return false;
            }

            if (isOwn || (!ownOnly && item.Turn is null))
            {
                _queue.RemoveFirst();
                return true;
            }

            turn = item.Turn;
        }

        if (turn is not null)
        {
            turn.SetResult();
        }
        else
        {
            ThreadPool.UnsafeQueueUserWorkItem(static queue => _ = queue.RunAsync(ownOnly: false), this, preferLocal: false);
        }

        item = null;
        return false;
    }

    private int AddChildren(EventEmission emission)
    {
        lock (_gate)
        {
            int count = 0;
            LinkedListNode<QueuedEmission>? last = null;
            while (TryTakeChild(emission, out QueuedEmission? child))
            {
                last = last is null ? _queue.AddFirst(child) : _queue.AddAfter(last, child);
                count++;
            }

            return count;
        }
    }
}
