using System.Collections.Concurrent;
using Pyventus;

namespace Shop;

/// <summary>Keeps what is emitted until somebody drains it: a test, say, or the end of a transaction.</summary>
internal sealed class DrainedQueue : IProcessingService
{
    private readonly ConcurrentQueue<EventEmission> _emissions = new();

    public int Count => _emissions.Count;

    public void Submit(EventEmission emission) => _emissions.Enqueue(emission);

    public async Task DrainAsync()
    {
        while (_emissions.TryDequeue(out EventEmission? emission))
        {
            await emission.ExecuteAsync();                           // what the handlers emit joins the queue
        }
    }
}
