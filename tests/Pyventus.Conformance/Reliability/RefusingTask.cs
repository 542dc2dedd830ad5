using System.Threading.Tasks.Sources;

namespace Pyventus.Conformance;

/// <summary>A task that has another thread call back, and throws from the call that asked for it while that thread is busy.</summary>
internal sealed class RefusingTask : IValueTaskSource
{
    private readonly ManualResetEventSlim _calledBack = new();
    private readonly ManualResetEventSlim _released = new();

    /// <summary>The call back.</summary>
    public Task CallBack { get; private set; } = Task.CompletedTask;

    public ValueTask Begin() => new(this, 0);

    /// <summary>Lets the call back go on.</summary>
    public void Release() => _released.Set();

    public ValueTaskSourceStatus GetStatus(short token) => ValueTaskSourceStatus.Pending;

    public void GetResult(short token)
    {
        _calledBack.Set();
        _released.BlockUntilSet();
    }

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
    {
        CallBack = DedicatedThread.RunAsync(() => continuation(state));
        _calledBack.BlockUntilSet();
        throw new NotSupportedException();
    }
}
