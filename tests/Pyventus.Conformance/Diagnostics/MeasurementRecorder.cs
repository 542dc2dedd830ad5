using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Pyventus.Conformance;

/// <summary>Listens to the measurements of the library.</summary>
internal sealed class MeasurementRecorder : IDisposable
{
    private readonly ConcurrentQueue<(string Instrument, double Value, KeyValuePair<string, object?>[] Tags)> _measurements = new();
    private readonly MeterListener _listener = new();

    public MeasurementRecorder()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Pyventus")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>What the listener throws, as a broken one would.</summary>
    public Exception? Thrown { get; init; }

    /// <summary>The event for which it throws.</summary>
    public string? ThrowsFor { get; init; }

    /// <summary>The values of the measurements that have all these tags, in order.</summary>
    public IReadOnlyList<double> Of(string instrument, params (string Name, object Value)[] tags) =>
    [
        .. _measurements
            .Where(measurement => measurement.Instrument == instrument && tags.All(tag => measurement.Tags.Any(found => found.Key == tag.Name && tag.Value.Equals(found.Value))))
            .Select(static measurement => measurement.Value),
    ];

    /// <summary>Has the instruments measured that are observed on demand.</summary>
    public void Observe() => _listener.RecordObservableInstruments();

    public void Dispose() => _listener.Dispose();

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        KeyValuePair<string, object?>[] copy = tags.ToArray();
        _measurements.Enqueue((instrument.Name, value, copy));
        if (Thrown is not null && copy.Any(tag => Equals(tag.Value, ThrowsFor)))
        {
            throw Thrown;
        }
    }
}
