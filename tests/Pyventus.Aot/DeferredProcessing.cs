namespace Pyventus.Aot;

/// <summary>A processing service as a user would write one: keeps emissions until it is told to run them.</summary>
internal sealed class DeferredProcessing : IProcessingService
{
    private readonly Queue<EventEmission> _emissions = new();

    public void Submit(EventEmission emission) => _emissions.Enqueue(emission);

    public void RunNext()
    {
        EventEmission emission = _emissions.Dequeue();
        Transcript.Result(emission.EventName, emission.ExecuteAsync().AsTask().GetAwaiter().GetResult());
    }

    public void AbandonNext() => _emissions.Dequeue().Abandon(new InvalidOperationException("abandoned"));
}
