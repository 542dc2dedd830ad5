using System.Threading.Tasks.Sources;

namespace Pyventus;

/// <summary>
/// What <c>EmitAsync</c> returns of an emission that was submitted. Belongs to one emission, so it can be asked again. Its
/// continuations are the callers' code: they run neither under a lock nor on the stack of a handler.
/// </summary>
internal sealed class EmissionOutcome : IValueTaskSource<EmissionResult>
{
    private ManualResetValueTaskSourceCore<EmissionResult> _core = new() { RunContinuationsAsynchronously = true };

    public ValueTask<EmissionResult> AsValueTask() => new(this, _core.Version);

    public void SetResult(EmissionResult result) => _core.SetResult(result);

    public void SetException(Exception exception) => _core.SetException(exception);

    ValueTaskSourceStatus IValueTaskSource<EmissionResult>.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource<EmissionResult>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);

    EmissionResult IValueTaskSource<EmissionResult>.GetResult(short token) =>
        _core.GetStatus(token) != ValueTaskSourceStatus.Pending
            ? _core.GetResult(token)

            // Blocked on where it should be awaited.
            : AsValueTask().AsTask().GetAwaiter().GetResult();
}
