using System.Threading.Tasks.Sources;

namespace Pyventus.Conformance;

/// <summary>A task that ends when it is told to, on the stack of who tells it, and that costs nothing when it is used again.</summary>
internal sealed class ManualTask : IValueTaskSource
{
    private ManualResetValueTaskSourceCore<bool> _core;

    /// <summary>What awaiting it throws; null when it can be awaited.</summary>
    public Exception? Refusal { get; init; }

    /// <summary>Whether it calls back before it throws that.</summary>
    public bool RefusesLate { get; init; }

    /// <summary>How often it calls those back who await it.</summary>
    public int Calls { get; init; } = 1;

    /// <summary>How often it has begun.</summary>
    public int Runs { get; private set; }

    /// <summary>The context that it has begun with.</summary>
    public EventContext? Context { get; private set; }

    public ValueTask Begin(EventContext? context = null)
    {
        Runs++;
        Context = context;
        _core.Reset();
        return new ValueTask(this, _core.Version);
    }

    public void End() => _core.SetResult(true);

    public void End(Exception exception) => _core.SetException(exception);

    public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

    public void GetResult(short token) => _core.GetResult(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
    {
        if (Refusal is not null)
        {
            if (RefusesLate)
            {
                continuation(state);
            }

            throw Refusal;
        }

        _core.OnCompleted(Calls == 1 ? continuation : Repeat(continuation), state, token, flags);
    }

    private Action<object?> Repeat(Action<object?> continuation) => state =>
    {
        for (int call = 0; call < Calls; call++)
        {
            continuation(state);
        }
    };
}
