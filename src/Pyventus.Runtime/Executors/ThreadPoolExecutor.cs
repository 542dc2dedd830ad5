namespace Pyventus;

/// <summary>
/// Runs emissions on the .NET thread pool, each on one thread at a time, with the caller's execution context. Thread-safe.
/// </summary>
public sealed class ThreadPoolExecutor : IExecutor, IWorkload
{
    private readonly ThreadPoolExecutorOptions _options;
    private readonly PendingWork _work = new();
    private readonly WorkerQueue? _queue;
    private volatile bool _cancelled;

    /// <summary>Creates an executor; it has no threads of its own.</summary>
    /// <param name="options">How it works; null for the defaults: the shared pool, without a limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, a capacity below 1, or the full mode is none.</exception>
    public ThreadPoolExecutor(ThreadPoolExecutorOptions? options = null)
    {
        _options = options ?? ThreadPoolExecutorOptions.Default;
        ArgumentOutOfRangeException.ThrowIfNegative(_options.MaxWorkers, nameof(options));
        if (_options.Capacity is { } capacity)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1, nameof(options));
        }

        if (!Enum.IsDefined(_options.FullMode))
        {
            throw new ArgumentOutOfRangeException(nameof(options), _options.FullMode, "The full mode is Wait, DropOldest or Throw.");
        }

        if (_options.MaxWorkers > 0 || _options.Capacity is not null)
        {
            _queue = new WorkerQueue(this, _options);
        }

        Telemetry.Observe(this);
    }

    int IWorkload.PendingCount => _work.Count;

    int IWorkload.QueuedCount => _queue?.Count ?? 0;

    /// <inheritdoc/>
    public void Submit(EventEmission emission)
    {
        ArgumentNullException.ThrowIfNull(emission);
        _work.Enter(this);
        if (_queue is null)
        {
            Start(emission);
            return;
        }

        if (TryRunAwaited(emission))
        {
            return;
        }

        try
        {
            if (_queue.Enqueue(emission, IsNested, CancellationToken.None) is { } room)
            {
                if (Thread.CurrentThread.IsThreadPoolThread)
                {
                    _queue.TakeOverWorker();
                }

                room.GetAwaiter().GetResult();
            }
        }
        catch
        {
            _work.Exit();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask SubmitAsync(EventEmission emission, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(emission);
        cancellationToken.ThrowIfCancellationRequested();
        _work.Enter(this);
        if (_queue is null)
        {
            Start(emission);
            return;
        }

        if (TryRunAwaited(emission))
        {
            return;
        }

        try
        {
            if (_queue.Enqueue(emission, IsNested, cancellationToken) is { } room)
            {
                await room.ConfigureAwait(false);
            }
        }
        catch
        {
            _work.Exit();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Shutdown(bool wait = true, bool cancelPending = false)
    {
        Close(cancelPending);
        if (wait && !IsNested)
        {
            _work.WaitAsync(CancellationToken.None).GetAwaiter().GetResult();
        }
    }

    /// <inheritdoc/>
    public ValueTask ShutdownAsync(bool cancelPending = false, CancellationToken cancellationToken = default)
    {
        Close(cancelPending);
        return IsNested ? default : new ValueTask(_work.WaitAsync(cancellationToken));
    }

    /// <summary>Accepts no more emissions and finishes what was accepted, blocking.</summary>
    public void Dispose() => Shutdown();

    /// <summary>Accepts no more emissions and finishes what was accepted.</summary>
    public ValueTask DisposeAsync() => ShutdownAsync();

    internal static EmissionRejectedException NotStarted() =>
        new("The executor was shut down before the emission started; no handler ran.");

    /// <summary>Counts an emission out, then lets those go on who await it.</summary>
    internal void End(EventEmission emission)
    {
        _work.Exit();
        emission.Release(this);
    }

    internal void ThrowIfClosed() => _work.ThrowIfClosed(this);

    private bool IsNested => EmissionScope.Find(this) is not null;

    private void Start(EventEmission emission)
    {
        emission.Accept(this);
        if (_options.SuppressExecutionContext)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static item => item.Executor.Run(item.Emission), (Executor: this, Emission: emission), preferLocal: false);
        }
        else
        {
            ThreadPool.QueueUserWorkItem(static item => item.Executor.Run(item.Emission), (Executor: this, Emission: emission), preferLocal: false);
        }
    }

    private void Run(EventEmission emission)
    {
        if (_cancelled)
        {
            emission.Abandon(NotStarted());
        }

        _ = RunAsync(emission);
    }

    // A handler that awaits an emission occupies a worker: queued, the emission could wait for itself.
    private bool TryRunAwaited(EventEmission emission)
    {
        if (!emission.HasCaller || _options.MaxWorkers == 0 || !IsNested)
        {
            return false;
        }

        emission.Accept(this);
        _ = RunAsync(emission);
        return true;
    }

    private async Task RunAsync(EventEmission emission)
    {
        await emission.TryExecuteAsync().ConfigureAwait(false);
        End(emission);
    }

    private void Close(bool cancelPending)
    {
        _work.Close();
        _cancelled |= cancelPending;
        _queue?.Close(cancelPending);
    }
}
