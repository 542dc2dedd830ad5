using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Pyventus;

/// <summary>
/// Shows one emission to those who look: activities and measurements to listeners, a line per step in debug mode. Made
/// only when there is somebody; what a listener throws goes to standard error and nowhere else. Thread-safe.
/// </summary>
internal sealed class EmissionTrace
{
    private readonly EventEmitter _emitter;
    private readonly SubscriberSnapshot _snapshot;
    private readonly bool _isListening;
    private readonly ActivityContext _parent;
    private Activity? _outer;
    private Activity? _activity;
    private long _started;

    private EmissionTrace(EventEmitter emitter, EventKey key, SubscriberSnapshot snapshot, ILogger? log, bool isListening)
    {
        _emitter = emitter;
        _snapshot = snapshot;
        _isListening = isListening;
        Event = key;
        Log = log;
        if (isListening)
        {
            _parent = Activity.Current?.Context ?? default;
        }
    }

    /// <summary>The id of the emission.</summary>
    public Guid Id { get; private set; }

    public EventKey Event { get; }

    /// <summary>The name of the event in measurements.</summary>
    public string EventTag => _snapshot.IsLinked ? Event.DisplayName : Telemetry.Tags.OtherEvent;

    /// <summary>Where debug mode writes; null when it is off.</summary>
    public ILogger? Log { get; }

    private string Executor => _emitter.ScopeOwner.GetType().Name;

    /// <summary>A trace of an emission that is about to be made, or null when nobody looks.</summary>
    public static EmissionTrace? TryCreate(EventEmitter emitter, EventKey key, SubscriberSnapshot snapshot)
    {
        bool isListening = Telemetry.IsListening;
        return isListening || emitter.DebugLog is not null ? new EmissionTrace(emitter, key, snapshot, emitter.DebugLog, isListening) : null;
    }

    /// <summary>The handlers start now.</summary>
    /// <param name="id">The id of the emission.</param>
    public EmissionTrace Begin(Guid id)
    {
        Id = id;
        _started = Stopwatch.GetTimestamp();
        Guard(static trace =>
        {
            if (trace._isListening)
            {
                Telemetry.Instruments.Emissions.Add(1, new(Telemetry.Tags.Event, trace.EventTag), new(Telemetry.Tags.Executor, trace.Executor));
                trace.StartActivity();
            }

            if (trace.Log is { } log)
            {
                string subscribers = trace.DescribeSubscribers();
                Pyventus.Log.Emitting(log, trace.Event.DisplayName, trace.Id, trace.Executor, trace._snapshot.Count, subscribers);
            }
        });
        return this;
    }

    /// <summary>A handler is called now.</summary>
    public HandlerTrace BeginHandler(EventSubscriber subscriber) => new(this, subscriber.Name, _isListening, _activity);

    /// <summary>The call that began the emission returns: what its caller does next is no part of it.</summary>
    public void Leave()
    {
        if (_activity is not null && Activity.Current == _activity)
        {
            Activity.Current = _outer;
        }
    }

    /// <summary>The handlers have ended.</summary>
    public void Ended(EmissionState state)
    {
        int failures = state.FailureCount;
        if (_activity is { } activity)
        {
            activity.SetTag("pyventus.failures", failures);
            activity.SetStatus(failures > 0 ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
            Guard(static trace => trace._activity!.Dispose());
        }

        if (Log is not null)
        {
            double duration = Stopwatch.GetElapsedTime(_started).TotalMilliseconds;
            Guard(trace => Pyventus.Log.Ended(trace.Log!, trace.Event.DisplayName, trace.Id, duration, failures));
        }
    }

    /// <summary>Runs what may call code of a listener.</summary>
    public void Guard(Action<EmissionTrace> show)
    {
        try
        {
            show(this);
        }
        catch (Exception exception)
        {
            StandardError.Write($"a listener or logger threw while it was shown the event '{Event}'", exception);
        }
    }

    private void StartActivity()
    {
        _outer = Activity.Current;
        _activity = Telemetry.Instruments.Source.StartActivity("emit " + EventTag, ActivityKind.Internal, _parent);
        if (_activity is { IsAllDataRequested: true })
        {
            _activity.SetTag("pyventus.event", Event.DisplayName);
            _activity.SetTag("pyventus.emission.id", Id.ToString());
            _activity.SetTag("pyventus.executor", Executor);
            _activity.SetTag("pyventus.subscribers", _snapshot.Count);
        }
    }

    private string DescribeSubscribers() =>
        string.Join(", ", _snapshot.Entries.Select(static entry =>
            $"[{entry.Subscriber.Order}] {entry.Subscriber.Name}{(entry.Subscriber.IsOnce ? " (once)" : "")}"));
}
