using System.Threading.Tasks.Sources;

namespace Pyventus;

/// <summary>Lets a worker wait for the end of an emission, one after the other.</summary>
internal sealed class WorkerTurn(ThreadPoolExecutor executor) : IEmissionCounter, IValueTaskSource
{
    // The worker goes on with other emissions, not on the stack of the handler that ended last.
    private ManualResetValueTaskSourceCore<bool> _ended = new() { RunContinuationsAsynchronously = true };

    /// <summary>Starts an emission.</summary>
    /// <returns>Completes when the emission has ended and been counted out.</returns>
    public ValueTask Start(EventEmission emission)
    {
        _ended.Reset();
        if (emission.TryStart(this))
        {
            return new ValueTask(this, _ended.Version);
        }

        executor.End(emission);
        return default;
    }

    void IEmissionCounter.End(EventEmission emission)
    {
        executor.End(emission);
        _ended.SetResult(true);
    }

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _ended.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _ended.OnCompleted(continuation, state, token, flags);

    void IValueTaskSource.GetResult(short token) => _ended.GetResult(token);
}
