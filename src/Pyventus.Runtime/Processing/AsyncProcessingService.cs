namespace Pyventus;

/// <summary>
/// Runs emissions on the caller's thread: synchronous handlers in order, asynchronous ones started in order and run
/// concurrently. Thread-safe.
/// </summary>
public sealed class AsyncProcessingService : IProcessingService, IAcceptingService, IWorkload, IAsyncDisposable, IDisposable
{
    private readonly AsyncContext _context;
    private readonly PendingWork _work = new();
    private CapturedContexts? _contexts;

    /// <summary>Creates a service.</summary>
    /// <param name="options">How it works; null for the defaults.</param>
    public AsyncProcessingService(AsyncProcessingOptions? options = null)
    {
        if (options is not null)
        {
            _context = options.Context;
            CapturesContext = options is { CaptureContext: true, Context: AsyncContext.Background };
            Ordered = options.CreateQueue?.Invoke(this);
        }

        Telemetry.Watcher.Workloads.Add(this);
    }

    /// <summary>The number of unfinished emissions.</summary>
    public int TaskCount => _work.Count;

    int IWorkload.PendingCount => _work.Count;

    int IWorkload.QueuedCount => Ordered?.Count ?? 0;

    bool IAcceptingService.ClaimsOnAcceptance => true;

    // Fields: nothing is inlined at start-up.

    /// <summary>What runs emissions one at a time; null where they overlap.</summary>
    internal readonly OrderedQueue? Ordered;

    /// <summary>Whether asynchronous handlers started by <c>Emit</c> continue in the caller's context.</summary>
    internal readonly bool CapturesContext;

    /// <summary>Whether <c>Emit</c> blocks until the emission has ended, decided by where it is called.</summary>
    internal bool WaitsHere => _context switch
    {
        AsyncContext.Wait => true,
        AsyncContext.Auto => SynchronizationContext.Current is null
            && TaskScheduler.Current == TaskScheduler.Default
            && !Thread.CurrentThread.IsThreadPoolThread
            && !EmissionScope.IsActive,
        _ => false,
    };

    /// <inheritdoc/>
    public void Submit(EventEmission emission)
    {
        ArgumentNullException.ThrowIfNull(emission);
        if (emission.HasCaller)
        {
            // Submitted by a service of the user's that does not know of SubmitAsync.
            SubmitAwaited(emission);
            return;
        }

        bool waits = WaitsHere && (Ordered is null || EmissionScope.Find(this) is null);
        SynchronizationContext? captured = Begin(CapturesContext);
        Task? ended = waits ? emission.WhenEnded() : null;
        if (Ordered is null)
        {
            _ = RunAsync(emission, captured);
        }
        else
        {
            Ordered.Submit(emission, captured, waits);
        }

        ended?.GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    public ValueTask SubmitAsync(EventEmission emission, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(emission);
        cancellationToken.ThrowIfCancellationRequested();
        SubmitAwaited(emission);
        return default;
    }

    /// <summary>Completes at a moment when no emission is unfinished, nested ones included. Any number of callers may wait.</summary>
    /// <param name="cancellationToken">Cancels the waiting.</param>
    /// <exception cref="InvalidOperationException">Called inside an emission of this service, which would wait for itself.</exception>
    public Task WaitForTasksAsync(CancellationToken cancellationToken = default) =>
        EmissionScope.Find(this) is null
            ? _work.WaitAsync().WaitAsync(cancellationToken)
            : throw new InvalidOperationException("WaitForTasksAsync was called by a handler that it would wait for; call it outside of the emission.");

    /// <summary>
    /// Accepts no more emissions and completes when those accepted have ended. Inside an emission with asynchronous
    /// handlers it only stops acceptance: the rest ends and is reported.
    /// </summary>
    public ValueTask DisposeAsync()
    {
        _work.Close();
        return EmissionScope.Find(this) is null ? new ValueTask(_work.WaitAsync()) : default;
    }

    /// <summary>Does what <see cref="DisposeAsync"/> does, blocking.</summary>
    /// <exception cref="InvalidOperationException">An unfinished handler needs the caller's context, which blocking would take from it.</exception>
    public void Dispose()
    {
        if (SynchronizationContext.Current is { } context && _contexts?.Contains(context) == true && EmissionScope.Find(this) is null)
        {
            throw new InvalidOperationException(
                "Handlers that are still running continue in this SynchronizationContext, so blocking here would never end: use DisposeAsync.");
        }

        _work.Close();
        if (EmissionScope.Find(this) is null)
        {
            _work.WaitAsync().GetAwaiter().GetResult();
        }
    }

    /// <inheritdoc/>
    void IAcceptingService.ThrowIfClosed() => _work.ThrowIfClosed(this);

    /// <summary>Counts an emission in.</summary>
    /// <param name="captures">Whether its handlers continue in the caller's context.</param>
    /// <returns>That context, if there is one.</returns>
    /// <exception cref="EmissionRejectedException">The service was disposed.</exception>
    internal SynchronizationContext? Begin(bool captures)
    {
        _work.Enter(this);
        SynchronizationContext? context = captures ? SynchronizationContext.Current : null;
        ContinuesIn(context);
        return context;
    }

    /// <summary>Counts an emission in that may end before its call returns: until then it needs no context.</summary>
    /// <exception cref="EmissionRejectedException">The service was disposed.</exception>
    internal void Begin() => _work.Enter(this);

    /// <summary>An emission that was counted in needs a context to end.</summary>
    internal void ContinuesIn(SynchronizationContext? context)
    {
        if (context is not null)
        {
            (Volatile.Read(ref _contexts) ?? Interlocked.CompareExchange(ref _contexts, new CapturedContexts(), null) ?? _contexts).Add(context);
        }
    }

    /// <summary>Counts an emission out.</summary>
    /// <param name="captured">The context that it needed.</param>
    internal void End(SynchronizationContext? captured)
    {
        if (captured is not null)
        {
            _contexts!.Remove(captured);
        }

        _work.Exit();
    }

    /// <summary>Counts an emission out, then lets those go on who await it.</summary>
    /// <param name="emission">The emission.</param>
    /// <param name="captured">What <see cref="Begin(bool)"/> returned.</param>
    internal void End(EventEmission emission, SynchronizationContext? captured)
    {
        End(captured);
        emission.Release(this);
    }

    private void SubmitAwaited(EventEmission emission)
    {
        SynchronizationContext? captured = Begin(captures: true);
        if (Ordered is null)
        {
            _ = RunAsync(emission, captured);
        }
        else if (EmissionScope.Find(this) is not null)
        {
            _ = Ordered.RunNestedAsync(emission, captured);
        }
        else
        {
            Ordered.Submit(emission, captured, waits: false);
        }
    }

    private async Task RunAsync(EventEmission emission, SynchronizationContext? captured)
    {
        emission.Accept(this);
        await emission.TryExecuteAsync().ConfigureAwait(false);
        End(emission, captured);
    }
}
