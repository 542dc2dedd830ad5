namespace Pyventus;

/// <summary>
/// Runs emissions of an executor on one thread, one after the other. Synchronous ones that follow each other in the same
/// context share a scope, since making one costs more than everything else: it ends with the last of them, which is near.
/// Begun on a thread that has no context.
/// </summary>
internal struct EmissionRunner(ThreadPoolExecutor executor)
{
    private const int MaxShared = 32;

    private readonly ExecutionContext _clean = ExecutionContext.Capture()!;
    private readonly long _time = Environment.TickCount64;
    private ExecutionContext? _captured;
    private ExecutionContext? _scoped;
    private EmissionScope? _scope;
    private int _uncounted;
    private int _count;

    /// <summary>Whether enough has been run that others should have their turn; then this one runs no more.</summary>
    public readonly bool IsSpent => _count >= MaxShared || (_count % 8 == 0 && Environment.TickCount64 != _time);

    /// <summary>Runs an emission to its end.</summary>
    public void Run(SynchronousEmission emission)
    {
        ExecutionContext context = emission.Context ?? _clean;
        if (_scope is not null && context == _captured)
        {
            Restore(_scoped!);
        }
        else
        {
            End();
            Restore(context);
            _scope = EmissionScope.Enter(executor, executor, out _);
            _captured = context;
            _scoped = ExecutionContext.Capture();
        }

        _count++;
        _uncounted++;
        emission.Run();
    }

    /// <summary>Starts an emission that may go on when the call returns, so that it has a scope of its own; it counts itself out.</summary>
    public void Start(EventEmission emission)
    {
        Leave(emission.Context);
        if (!emission.TryStart(executor))
        {
            executor.End(emission);
        }

        Restore(_clean);
    }

    /// <summary>Starts such an emission.</summary>
    /// <returns>Completes when the emission has ended and been counted out.</returns>
    public ValueTask RunAsync(EventEmission emission, WorkerTurn turn)
    {
        Leave(emission.Context);
        ValueTask run = turn.Start(emission);
        Restore(_clean);
        return run;
    }

    /// <summary>Reports an emission that will not run.</summary>
    public void Abandon(IQueuedWork work)
    {
        Leave(work.Context);
        executor.Abandon(work);
        Restore(_clean);
    }

    /// <summary>
    /// Ends the scope, and only then counts its emissions out, the last of which has just ended: who waits for that finds no
    /// scope that goes on.
    /// </summary>
    public void End()
    {
        if (_scope is not null)
        {
            _scope.End();
            _scope = null;
            Restore(_clean);
            executor.CountOut(_uncounted);
            _uncounted = 0;
        }
    }

    private void Leave(ExecutionContext? context)
    {
        End();
        Restore(context ?? _clean);
        _count++;
    }

    // What a handler left behind is none of the next one's business.
    private static void Restore(ExecutionContext context)
    {
        ExecutionContext.Restore(context);
        if (SynchronizationContext.Current is not null)
        {
            SynchronizationContext.SetSynchronizationContext(null);
        }
    }
}
