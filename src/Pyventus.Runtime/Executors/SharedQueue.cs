using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Pyventus;

/// <summary>
/// The queue of an executor without a limit: threads of the shared pool drain it. As in the pool itself, a thread that
/// takes its first emission while others wait asks for one more thread, so that no handler holds back another emission;
/// and it leaves after some emissions, so that other work of the pool has its turn.
/// </summary>
internal sealed class SharedQueue(ThreadPoolExecutor executor) : IThreadPoolWorkItem
{
    private readonly ConcurrentQueue<IQueuedWork> _queue = new();

    private Request _request;

    /// <summary>How many emissions wait for a thread.</summary>
    public int Count => _queue.Count;

    public void Enqueue(IQueuedWork work)
    {
        // Adding is a full fence, and a thread that comes takes the request back before it looks into the queue: who finds
        // a request is found by the thread. The queue of the pool itself relies on the same.
        _queue.Enqueue(work);
        RequestThread();
    }

    void IThreadPoolWorkItem.Execute()
    {
        Interlocked.Exchange(ref _request.IsMade, 0);
        if (!_queue.TryDequeue(out IQueuedWork? work))
        {
            return;
        }

        if (!_queue.IsEmpty)
        {
            RequestThread();
        }

        var runner = new EmissionRunner(executor);
        do
        {
            executor.Run(work, ref runner);
        }
        while (!runner.IsSpent && _queue.TryDequeue(out work));

        runner.End();
        if (!_queue.IsEmpty)
        {
            RequestThread();
        }
    }

    private void RequestThread()
    {
        if (Volatile.Read(ref _request.IsMade) == 0 && Interlocked.Exchange(ref _request.IsMade, 1) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    // Away from what those who add emissions read.
    [StructLayout(LayoutKind.Explicit, Size = 2 * CacheLine)]
    private struct Request
    {
        private const int CacheLine = 128;

        // Whether a thread has been asked for that has not come yet.
        [FieldOffset(CacheLine)]
        public int IsMade;
    }
}
