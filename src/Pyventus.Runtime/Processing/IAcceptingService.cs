namespace Pyventus;

/// <summary>
/// A service that claims the once subscribers of an emission itself, when nothing can reject the emission any more. For
/// others the emitter claims before it submits and gives the claims back when that throws.
/// </summary>
internal interface IAcceptingService
{
    /// <exception cref="EmissionRejectedException">The service accepts nothing any more.</exception>
    void ThrowIfClosed();

    bool ClaimsOnAcceptance { get; }
}
