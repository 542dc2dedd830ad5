using System.Runtime.CompilerServices;
using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>Hands emissions to an executor. Thread-safe.</summary>
/// <param name="executor">The executor.</param>
/// <param name="leaveOpen">Whether the executor stays open when the service is disposed.</param>
public sealed class ExecutorProcessingService(IExecutor executor, bool leaveOpen = false) : IProcessingService, IAcceptingService, IDisposable, IAsyncDisposable
{
    private volatile bool _disposed;

    bool IAcceptingService.ClaimsOnAcceptance => Executor is ThreadPoolExecutor;

    internal IExecutor Executor { get; } = executor ?? throw new ArgumentNullException(nameof(executor));

    /// <inheritdoc/>
    public void Submit(EventEmission emission)
    {
        ThrowIfDisposed();
        Executor.Submit(emission);
    }

    /// <inheritdoc/>
    public ValueTask SubmitAsync(EventEmission emission, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        return Executor.SubmitAsync(emission, cancellationToken);
    }

    /// <summary>Submits an emission to synchronous handlers, of an emitter whose executor is a <see cref="ThreadPoolExecutor"/>.</summary>
    /// <exception cref="EventSignatureException">A subscriber cannot be called with the payload.</exception>
    internal void Submit<TPayload>(EventEmitter emitter, EventSlot slot, SubscriberSnapshot snapshot, in TPayload payload)
        where TPayload : struct, IPayload<TPayload>
    {
        ThreadPoolExecutor pool = Unsafe.As<ThreadPoolExecutor>(Executor);
        var emission = new SynchronousEmission<TPayload>(emitter, slot, snapshot, in payload, pool.CaptureContext());
        ThrowIfDisposed();
        pool.Submit(emission);
    }

    /// <summary>Shuts the executor down, waiting for what it accepted, unless it is left open.</summary>
    public void Dispose()
    {
        _disposed = true;
        if (!leaveOpen)
        {
            Executor.Dispose();
        }
    }

    /// <inheritdoc cref="Dispose"/>
    public ValueTask DisposeAsync()
    {
        _disposed = true;
        return leaveOpen ? default : Executor.DisposeAsync();
    }

    /// <inheritdoc/>
    void IAcceptingService.ThrowIfClosed()
    {
        ThrowIfDisposed();
        (Executor as ThreadPoolExecutor)?.ThrowIfClosed();
    }

    // What a handler that is still running emits is nested work, which is accepted to the end.
    private void ThrowIfDisposed()
    {
        if (_disposed && EmissionScope.Find(Executor) is null)
        {
            throw new EmissionRejectedException("The emitter was disposed; the event was not emitted. Emit before that, or keep it open longer.");
        }
    }
}
