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
    private ExecutionContext? _captured;
    private ExecutionContext? _scoped;
    private EmissionScope? _scope;
    private readonly long _time = Environment.TickCount64;
    private int _count;

    /// <summary>Whether enough has been run that others should have their turn; then this one runs no more.</summary>
    public readonly bool IsSpent => _count >= MaxShared || Environment.TickCount64 != _time;

    /// <summary>Runs an emission to its end, and counts the one before it out.</summary>
    public void Run(SynchronousEmission emission)
    {
        ExecutionContext context = emission.Context ?? _clean;
        if (_scope is not null && context == _captured)
        {
            executor.CountOut();
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
        emission.Run();
    }

    /// <summary>Begins something else than a synchronous emission, which makes a scope of its own if it needs one.</summary>
    /// <param name="context">The context that it goes on in; null for that of a thread without any.</param>
    public void Leave(ExecutionContext? context)
    {
        End();
        Restore(context ?? _clean);
        _count++;
    }

    /// <summary>Ends the scope, and only then counts the last emission out: who waits for that finds no scope that still runs.</summary>
    public void End()
    {
        if (_scope is not null)
        {
            _scope.End();
            _scope = null;
            Restore(_clean);
            executor.CountOut();
        }
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
