using System.Threading.Channels;

namespace Pyventus;

/// <summary>The events that a stream has received and that have not been read, and the subscription they come from.</summary>
internal sealed class EventBuffer<T> : IDisposable
{
    private readonly Channel<T> _channel;
    private readonly EventSubscriber _subscriber;

    public EventBuffer(Func<Func<T, CancellationToken, Task>, SubscribeOptions, EventSubscriber> subscribe, StreamOptions options)
    {
        _channel = Channel.CreateBounded<T>(new BoundedChannelOptions(options.Capacity) { FullMode = options.FullMode, SingleReader = true });
        _subscriber = subscribe(WriteAsync, new SubscribeOptions { Order = options.Order, IncludeDerived = options.IncludeDerived });
    }

    /// <summary>What was received and what will be, until the buffer is disposed.</summary>
    public IAsyncEnumerable<T> ReadAllAsync() => _channel.Reader.ReadAllAsync(CancellationToken.None);

    /// <summary>Receives no more events. Those that wait for room go on without having been received.</summary>
    public void Dispose()
    {
        _subscriber.Dispose();
        _channel.Writer.TryComplete();
    }

    private Task WriteAsync(T item, CancellationToken cancellationToken)
    {
        ValueTask written = _channel.Writer.WriteAsync(item, cancellationToken);
        return written.IsCompletedSuccessfully ? Task.CompletedTask : AwaitRoomAsync(written);
    }

    private static async Task AwaitRoomAsync(ValueTask writing)
    {
        try
        {
            await writing.ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            // The reader has left; nobody misses the event.
        }
    }
}
