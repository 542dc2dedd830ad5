namespace Pyventus;

/// <summary>
/// Runs emissions: the one seam for emitters of your own. A service decides when and where
/// <see cref="EventEmission.ExecuteAsync"/> is called.
/// </summary>
public interface IProcessingService
{
    /// <summary>Accepts an emission. Called by <c>Emit</c>, from any thread.</summary>
    /// <param name="emission">The emission; execute it once, or abandon it.</param>
    /// <remarks>What it throws reaches the caller of <c>Emit</c>; the emission then counts as rejected.</remarks>
    void Submit(EventEmission emission);

    /// <summary>Accepts an emission, waiting for room without blocking. Called by <c>EmitAsync</c>, from any thread.</summary>
    /// <param name="emission">The emission; execute it once, or abandon it.</param>
    /// <param name="cancellationToken">Cancels the waiting.</param>
    /// <returns>Completes when the emission has been accepted, not when it has run.</returns>
    ValueTask SubmitAsync(EventEmission emission, CancellationToken cancellationToken)
    {
        Submit(emission);
        return default;
    }
}
