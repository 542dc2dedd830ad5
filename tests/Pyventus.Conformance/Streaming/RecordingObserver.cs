using System.Collections.Concurrent;

namespace Pyventus.Conformance.Streaming;

/// <summary>Keeps what it is told, and throws when it is told to.</summary>
internal sealed class RecordingObserver<T> : IObserver<T>
{
    private readonly ConcurrentQueue<T> _values = new();

    public IEnumerable<T> Values => _values;

    public bool Ended { get; private set; }

    public Exception? Thrown { get; init; }

    public void OnNext(T value)
    {
        _values.Enqueue(value);
        if (Thrown is not null)
        {
            throw Thrown;
        }
    }

    public void OnCompleted() => Ended = true;

    public void OnError(Exception error) => Ended = true;
}
