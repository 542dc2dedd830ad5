namespace Pyventus;

/// <summary>Runs emissions elsewhere than on the caller's thread. Disposing it is <see cref="Shutdown"/> with waiting.</summary>
public interface IExecutor : IDisposable, IAsyncDisposable
{
    /// <summary>Accepts an emission; may block while the queue is full.</summary>
    /// <param name="emission">The emission; execute it once, or abandon it.</param>
    /// <exception cref="EmissionRejectedException">The executor was shut down, or is full.</exception>
    void Submit(EventEmission emission);

    /// <summary>Accepts an emission, waiting for room without blocking.</summary>
    /// <param name="emission">The emission; execute it once, or abandon it.</param>
    /// <param name="cancellationToken">Cancels the waiting.</param>
    /// <returns>Completes when the emission has been accepted.</returns>
    /// <exception cref="EmissionRejectedException">The executor was shut down, or is full.</exception>
    ValueTask SubmitAsync(EventEmission emission, CancellationToken cancellationToken);

    /// <summary>Accepts no more emissions. Idempotent; inside an emission it never waits.</summary>
    /// <param name="wait">Whether to return only when the accepted ones have ended.</param>
    /// <param name="cancelPending">Whether to abandon what has not started, with an <see cref="EmissionRejectedException"/>.</param>
    void Shutdown(bool wait = true, bool cancelPending = false);

    /// <summary>Accepts no more emissions and completes when the accepted ones have ended. Idempotent; inside an emission it never waits.</summary>
    /// <param name="cancelPending">Whether to abandon what has not started, with an <see cref="EmissionRejectedException"/>.</param>
    /// <param name="cancellationToken">Cancels the waiting, not the shutdown.</param>
    ValueTask ShutdownAsync(bool cancelPending = false, CancellationToken cancellationToken = default);
}
