using System.Runtime.CompilerServices;

namespace Pyventus;

/// <summary>
/// Follows one unfinished handler, so that its end is reported when it comes and not when its emission ends. Follows
/// another one when that has ended.
/// </summary>
internal sealed class PendingHandler
{
    private readonly EmissionState _emission;
    private readonly Action _continue;

    // For the sources of users: made when there is one.
    private Action? _continueOnce;
    private Task? _task;
    private ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter _awaiter;
    private ExecutionContext? _context;
    private string _handler = "";
    private int _isAwaited;

    public PendingHandler(EmissionState emission)
    {
        _emission = emission;
        _continue = Continue;
    }

    /// <summary>Follows a handler that has been counted in.</summary>
    public void Await(string handler, Task task)
    {
        Begin(handler);
        _task = task;
        task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(_continue);
    }

    /// <summary>The same for any task.</summary>
    public void Await(string handler, ValueTask task)
    {
        Begin(handler);
        ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter awaiter = task.ConfigureAwait(false).GetAwaiter();
        _awaiter = awaiter;
        Volatile.Write(ref _isAwaited, 1);
        try
        {
            awaiter.UnsafeOnCompleted(_continueOnce ??= ContinueOnce);
        }
        catch (Exception exception)
        {
            // A source of the user's that cannot be awaited: it does not call back, unless it has before it threw.
            if (TryEnd())
            {
                End(exception);
            }
        }
    }

    private void Begin(string handler)
    {
        _handler = handler;

        // For those who are told of a failure.
        _context = ExecutionContext.Capture();
    }

    // A source of the user's may call back twice, or throw although it calls back.
    private void ContinueOnce()
    {
        if (TryEnd())
        {
            Continue();
        }
    }

    private bool TryEnd() => Interlocked.Exchange(ref _isAwaited, 0) == 1;

    private void Continue()
    {
        Exception? failure = null;
        try
        {
            if (_task is { } task)
            {
                task.GetAwaiter().GetResult();
            }
            else
            {
                _awaiter.GetResult();
            }
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        End(failure);
    }

    private void End(Exception? failure)
    {
        if (failure is not null)
        {
            Report(failure);
        }

        _task = null;
        _awaiter = default;
        _context = null;

        // Last: from here on another emission may use this one.
        _emission.RemoveUnfinished();
    }

    private void Report(Exception failure)
    {
        if (_context is null)
        {
            _emission.Failed(_handler, failure);
        }
        else
        {
            ExecutionContext.Run(_context, exception => _emission.Failed(_handler, (Exception)exception!), failure);
        }
    }
}
