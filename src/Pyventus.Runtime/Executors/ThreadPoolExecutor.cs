namespace Pyventus;

/// <summary>
/// Runs emissions on the .NET thread pool, each on one thread at a time, with the caller's execution context. Thread-safe.
/// </summary>
public sealed class ThreadPoolExecutor : IExecutor, IWorkload, IEmissionCounter
{
    private readonly ThreadPoolExecutorOptions _options;
    private readonly PendingWork _work = new();
    private readonly WorkerQueue? _queue;
    private readonly SharedQueue? _shared;
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
        else
        {
            _shared = new SharedQueue(this);
        }

        Telemetry.Observe(this);
    }

    int IWorkload.PendingCount => _work.Count;

    int IWorkload.QueuedCount => _queue?.Count ?? _shared!.Count;

    /// <inheritdoc/>
    public void Submit(EventEmission emission)
    {
        ArgumentNullException.ThrowIfNull(emission);
        _work.Enter(this);
        if (!TryRunAwaited(emission))
        {
            emission.Context = CaptureContext();
            Enqueue(emission);
        }
    }

    /// <inheritdoc/>
    public async ValueTask SubmitAsync(EventEmission emission, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(emission);
        cancellationToken.ThrowIfCancellationRequested();
        _work.Enter(this);
        if (TryRunAwaited(emission))
        {
            return;
        }

        try
        {
            emission.Context = CaptureContext();
            if (TryEnqueue(emission, cancellationToken) is { } room)
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
            _work.WaitAsync().GetAwaiter().GetResult();
        }
    }

    /// <inheritdoc/>
    public ValueTask ShutdownAsync(bool cancelPending = false, CancellationToken cancellationToken = default)
    {
        Close(cancelPending);
        return IsNested ? default : new ValueTask(_work.WaitAsync().WaitAsync(cancellationToken));
    }

    /// <summary>Accepts no more emissions and finishes what was accepted, blocking.</summary>
    public void Dispose() => Shutdown();

    /// <summary>Accepts no more emissions and finishes what was accepted.</summary>
    public ValueTask DisposeAsync() => ShutdownAsync();

    internal static EmissionRejectedException NotStarted() =>
        new("The executor was shut down before the emission started; no handler ran.");

    /// <summary>Accepts an emission; may block while the queue is full.</summary>
    /// <exception cref="EmissionRejectedException">The executor was shut down, or is full.</exception>
    internal void Submit(SynchronousEmission emission)
    {
        _work.Enter(this);
        if (_shared is { } queue)
        {
            queue.Enqueue(emission);
        }
        else
        {
            Enqueue(emission);
        }
    }

    /// <summary>The context that an emission of the caller takes along; null when none does.</summary>
    internal ExecutionContext? CaptureContext() => _options.SuppressExecutionContext ? null : ExecutionContext.Capture();

    /// <summary>Runs an emission without waiting for its end, or abandons it after a shutdown that said so.</summary>
    internal void Run(IQueuedWork work, ref EmissionRunner runner)
    {
        if (_cancelled)
        {
            runner.Abandon(work);
        }
        else if (work is SynchronousEmission emission)
        {
            runner.Run(emission);
        }
        else
        {
            runner.Start((EventEmission)work);
        }
    }

    /// <summary>Gives an emission up that has not started, since the executor was shut down.</summary>
    internal void Abandon(IQueuedWork work)
    {
        if (work.TryDrop())
        {
            ReportDropped(work, NotStarted());
        }
        else
        {
            End(work);
        }
    }

    /// <summary>
    /// Tells those concerned that an emission was dropped, and counts it out. They are told inside of it: a shutdown that
    /// one of them asks for would wait for itself.
    /// </summary>
    internal void ReportDropped(IQueuedWork work, Exception reason)
    {
        EmissionScope scope = EmissionScope.Enter(this, this, out EmissionScope? previous);
        work.ReportDropped(reason);
        EmissionScope.Leave(previous);
        scope.End();
        End(work);
    }

    /// <summary>Counts an emission out, then lets those go on who await it.</summary>
    internal void End(IQueuedWork work)
    {
        CountOut(1);
        work.Release(this);
    }

    void IEmissionCounter.End(EventEmission emission) => End(emission);

    /// <summary>Counts emissions out.</summary>
    internal void CountOut(int count) => _work.Exit(count);

    internal void ThrowIfClosed() => _work.ThrowIfClosed(this);

    private bool IsNested => EmissionScope.Find(this) is not null;

    private void Enqueue(IQueuedWork work)
    {
        try
        {
            if (TryEnqueue(work, CancellationToken.None) is { } room)
            {
                _queue!.WaitForRoom(room);
            }
        }
        catch
        {
            _work.Exit();
            throw;
        }
    }

    // The task is that of the room to wait for.
    private Task? TryEnqueue(IQueuedWork work, CancellationToken cancellationToken)
    {
        if (_queue is not null)
        {
            return _queue.Enqueue(work, IsNested, cancellationToken);
        }

        work.Accept(this);
        _shared!.Enqueue(work);
        return null;
    }

    // A handler that awaits an emission occupies a worker: queued, the emission could wait for itself.
    private bool TryRunAwaited(EventEmission emission)
    {
        if (!emission.HasCaller || _options.MaxWorkers == 0 || !IsNested)
        {
            return false;
        }

        emission.Accept(this);
        _ = RunNestedAsync(emission);
        return true;
    }

    private async Task RunNestedAsync(EventEmission emission)
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
