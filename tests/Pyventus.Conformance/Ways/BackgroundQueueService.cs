using System.Threading.Channels;

namespace Pyventus.Conformance;

/// <summary>A service as a user would write it: a channel, and a loop that starts a task for each emission.</summary>
internal sealed class BackgroundQueueService : IProcessingService, IAsyncDisposable
{
    private readonly Channel<EventEmission> _channel = Channel.CreateUnbounded<EventEmission>();
    private readonly Task _loop;
    private int _closed;

    // Open itself counts as one, so that nested emissions get in until the last one has ended.
    private int _unfinished = 1;

    public BackgroundQueueService()
    {
        _loop = Task.Run(LoopAsync);
    }

    public void Submit(EventEmission emission)
    {
        Interlocked.Increment(ref _unfinished);
        if (!_channel.Writer.TryWrite(emission))
        {
            throw new EmissionRejectedException("The queue was closed.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _closed, 1) == 0)
        {
            Leave();
        }

        await _loop;
    }

    private async Task LoopAsync()
    {
        var running = new List<Task>();
        await foreach (EventEmission emission in _channel.Reader.ReadAllAsync())
        {
            running.Add(Task.Run(() => RunAsync(emission)));
        }

        await Task.WhenAll(running);
    }

    private async Task RunAsync(EventEmission emission)
    {
        await emission.ExecuteAsync();
        Leave();
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref _unfinished) == 0)
        {
            _channel.Writer.Complete();
        }
    }
}
