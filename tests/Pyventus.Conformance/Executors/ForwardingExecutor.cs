namespace Pyventus.Conformance;

/// <summary>An executor as a user wraps a built-in one.</summary>
internal sealed class ForwardingExecutor(IExecutor inner) : IExecutor
{
    public void Submit(EventEmission emission) => inner.Submit(emission);

    public ValueTask SubmitAsync(EventEmission emission, CancellationToken cancellationToken) => inner.SubmitAsync(emission, cancellationToken);

    public void Shutdown(bool wait = true, bool cancelPending = false) => inner.Shutdown(wait, cancelPending);

    public ValueTask ShutdownAsync(bool cancelPending = false, CancellationToken cancellationToken = default) => inner.ShutdownAsync(cancelPending, cancellationToken);

    public void Dispose() => inner.Dispose();

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
