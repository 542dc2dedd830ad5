namespace Pyventus;

/// <summary>
/// Runs emissions on the caller's thread: synchronous handlers in order, asynchronous ones started in order and run
/// concurrently. Thread-safe.
/// </summary>
public sealed class AsyncProcessingService : IProcessingService, IAcceptingService, IAsyncDisposable, IDisposable
{
    private readonly AsyncProcessingOptions _options;
    private readonly OrderedQueue? _ordered;
    private SynchronizationContext? _capturedContext;

    /// <summary>Creates a service.</summary>
    /// <param name="options">How it works; null for the defaults.</param>
    public AsyncProcessingService(AsyncProcessingOptions? options = null)
    {
        _options = options ?? AsyncProcessingOptions.Default;
        _ordered = _options.EnforceSubmissionOrder ? new OrderedQueue(this, Work) : null;
    }

    /// <summary>The number of unfinished emissions.</summary>
    public int TaskCount => Work.Count;

    bool IAcceptingService.ClaimsOnAcceptance => true;

    internal PendingWork Work { get; } = new();

    internal bool IsOrdered => _ordered is not null;

    /// <summary>Whether asynchronous handlers started by <c>Emit</c> continue in the caller's context.</summary>
    internal bool CapturesContext => _options is { CaptureContext: true, Context: AsyncContext.Background };

    /// <summary>Whether <c>Emit</c> blocks until the emission has ended, decided by where it is called.</summary>
    internal bool WaitsHere => _options.Context switch
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
        bool waits = WaitsHere && (_ordered is null || EmissionScope.Find(this) is null);
        Work.Enter(this);
        if (_ordered is not null)
        {
            Task? ended = waits ? emission.WhenEnded() : null;
            _ordered.Submit(emission);
            ended?.GetAwaiter().GetResult();
            return;
        }

        Task run = ExecuteAsync(emission);
        if (waits)
        {
            run.GetAwaiter().GetResult();
        }
    }

    /// <inheritdoc/>
    public ValueTask SubmitAsync(EventEmission emission, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(emission);
        cancellationToken.ThrowIfCancellationRequested();
        Work.Enter(this);
        if (_ordered is null)
        {
            NoteContext();
            _ = ExecuteAsync(emission);
        }
        else if (EmissionScope.Find(this) is not null)
        {
            _ = _ordered.ExecuteNestedAsync(emission);
        }
        else
        {
            _ordered.Submit(emission);
        }

        return default;
    }

    /// <summary>Completes at a moment when no emission is unfinished, nested ones included. Any number of callers may wait.</summary>
    /// <param name="cancellationToken">Cancels the waiting.</param>
    /// <exception cref="InvalidOperationException">Called inside an emission of this service, which would wait for itself.</exception>
    public Task WaitForTasksAsync(CancellationToken cancellationToken = default) =>
        EmissionScope.Find(this) is null
            ? Work.WaitAsync(cancellationToken)
            : throw new InvalidOperationException("WaitForTasksAsync was called by a handler that it would wait for; call it outside of the emission.");

    /// <summary>
    /// Accepts no more emissions and completes when those accepted have ended. Inside an emission it only stops
    /// acceptance: the rest ends and is reported.
    /// </summary>
    public ValueTask DisposeAsync()
    {
        Work.Close();
        return EmissionScope.Find(this) is null ? new ValueTask(Work.WaitAsync(CancellationToken.None)) : default;
    }

    /// <summary>Does what <see cref="DisposeAsync"/> does, blocking.</summary>
    /// <exception cref="InvalidOperationException">An unfinished handler needs the caller's context, which blocking would take from it.</exception>
    public void Dispose()
    {
        if (TaskCount > 0 && SynchronizationContext.Current is { } context && context == Volatile.Read(ref _capturedContext) && EmissionScope.Find(this) is null)
        {
            throw new InvalidOperationException(
                "Handlers that are still running continue in this SynchronizationContext, so blocking here would never end: use DisposeAsync.");
        }

        DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    void IAcceptingService.ThrowIfClosed() => Work.ThrowIfClosed(this);

    /// <summary>Remembers the context that handlers continue in, if there is one.</summary>
    internal void NoteContext()
    {
        if (SynchronizationContext.Current is { } context)
        {
            Volatile.Write(ref _capturedContext, context);
        }
    }

    private async Task ExecuteAsync(EventEmission emission)
    {
        emission.Accept();
        try
        {
            await emission.ExecuteAsync().ConfigureAwait(false);
        }
        finally
        {
            Work.Exit();
        }
    }
}
