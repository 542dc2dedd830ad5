using System.Diagnostics;

namespace Pyventus;

/// <summary>Shows one call of a handler to those who look at its emission.</summary>
internal sealed class HandlerTrace
{
    private readonly EmissionTrace _emission;
    private readonly string _handler;
    private readonly bool _isListening;
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly Activity? _outer;
    private Activity? _activity;

    public HandlerTrace(EmissionTrace emission, string handler, bool isListening, Activity? parent)
    {
        _emission = emission;
        _handler = handler;
        _isListening = isListening;
        if (parent is not null)
        {
            _outer = Activity.Current;
            emission.Guard(_ => _activity = Telemetry.CreateActivity("handle " + emission.EventTag, parent));
            _activity?.SetTag("pyventus.handler", handler);
            emission.Guard(_ => _activity?.Start());
        }
    }

    /// <summary>The call returns; the handler may go on.</summary>
    public void Leave()
    {
        if (_activity is not null && Activity.Current == _activity)
        {
            Activity.Current = _outer;
        }
    }

    /// <summary>The handler has ended.</summary>
    /// <param name="exception">What it threw; null when it succeeded.</param>
    /// <param name="failed">Whether that is a failure and not the cancellation that the caller asked for.</param>
    public void Ended(Exception? exception, bool failed)
    {
        TimeSpan duration = Stopwatch.GetElapsedTime(_started);
        _emission.Guard(emission =>
        {
            if (_isListening)
            {
                Measure(duration, exception, failed);
            }

            if (_activity is not null)
            {
                _activity.SetStatus(failed ? ActivityStatusCode.Error : ActivityStatusCode.Unset, exception?.GetType().FullName);
                _activity.Dispose();
            }

            if (emission.Log is { } log)
            {
                Log.HandlerEnded(log, _handler, emission.Event.DisplayName, duration.TotalMilliseconds, exception is null ? "succeeded" : $"threw {exception.GetType()}");
            }
        });
    }

    private void Measure(TimeSpan duration, Exception? exception, bool failed)
    {
        var tags = new TagList
        {
            { Telemetry.Tags.Event, _emission.EventTag },
            { Telemetry.Tags.Handler, _handler },
        };
        if (exception is not null)
        {
            tags.Add(Telemetry.Tags.ErrorType, exception.GetType().FullName);
        }

        if (failed)
        {
            Telemetry.Instruments.HandlerFailures.Add(1, tags);
        }

        Telemetry.Instruments.HandlerDuration.Record(duration.TotalSeconds, tags);
    }
}
