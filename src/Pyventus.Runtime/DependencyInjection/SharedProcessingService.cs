namespace Pyventus;

/// <summary>The container's processing service as the emitter of one scope sees it: it is not the emitter's to dispose.</summary>
internal sealed class SharedProcessingService(IProcessingService service) : IProcessingService
{
    public void Submit(EventEmission emission) => service.Submit(emission);

    public ValueTask SubmitAsync(EventEmission emission, CancellationToken cancellationToken) => service.SubmitAsync(emission, cancellationToken);
}
