namespace Pyventus;

// How workers start, also when every thread of the pool blocks in an emission that waits for room.
internal sealed partial class WorkerQueue
{
    private int _unstarted;

    // Of the pool: who is to start there, who was and has a thread of its own meanwhile, and threads that wait for room.
    private int _unstartedInPool;
    private int _takenOver;
    private int _blockedInPool;

    private int _ownThreads;

    /// <summary>Blocks until there is room.</summary>
    /// <param name="room">What <see cref="Enqueue"/> returned.</param>
    /// <remarks>
    /// When all threads of the pool block here, no worker would ever start: one that has not started yet, and one that is to
    /// start meanwhile, gets a thread of its own.
    /// </remarks>
    public void WaitForRoom(Task room)
    {
        if (!Thread.CurrentThread.IsThreadPoolThread)
        {
            room.GetAwaiter().GetResult();
            return;
        }

        bool takesOver;
        lock (_gate)
        {
            _blockedInPool++;
            takesOver = _unstartedInPool > 0;
            if (takesOver)
            {
                _unstartedInPool--;
                _takenOver++;
                _ownThreads++;
            }
        }

        if (takesOver)
        {
            Start(WorkerStart.OwnThread);
        }

        try
        {
            room.GetAwaiter().GetResult();
        }
        finally
        {
            lock (_gate)
            {
                _blockedInPool--;
            }
        }
    }

    // One at a time: the worker that starts sees whether another one is needed.
    private WorkerStart GetStart()
    {
        if (_queue.Count == 0 || _unstarted > 0 || _workers >= _maxWorkers)
        {
            return WorkerStart.None;
        }

        _workers++;
        _unstarted++;
        if (_ownThreads < _blockedInPool)
        {
            _ownThreads++;
            return WorkerStart.OwnThread;
        }

        _unstartedInPool++;
        return WorkerStart.Pool;
    }

    private void Start(WorkerStart start)
    {
        if (start == WorkerStart.Pool)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static queue => queue.StartInPool(), this, preferLocal: false);
        }
        else if (start == WorkerStart.OwnThread)
        {
            // Without the context of whoever happens to start it.
            new Thread(() => _ = WorkOnOwnThreadAsync()) { IsBackground = true, Name = "Pyventus worker" }.UnsafeStart();
        }
    }

    private void StartInPool()
    {
        lock (_gate)
        {
            if (_takenOver > 0)
            {
                _takenOver--;
                return;
            }

            _unstartedInPool--;
            _unstarted--;
        }

        _ = WorkAsync();
    }

    private async Task WorkOnOwnThreadAsync()
    {
        lock (_gate)
        {
            _unstarted--;
        }

        await WorkAsync().ConfigureAwait(false);
        lock (_gate)
        {
            _ownThreads--;
        }
    }
}
