using System.Diagnostics;
using System.Runtime.CompilerServices;
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

    // No field of a struct such as ActivityContext: its assembly would be loaded with this type, and Telemetry would take
    // that for a sign of listeners.
    private readonly Activity? _caller;
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
            _caller = Activity.Current;
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
        ILogger? log = emitter.DebugLog;
        return isListening || log is not null ? Create(emitter, key, snapshot, log, isListening) : null;
    }

    /// <summary>The handlers start now: nothing can reject the emission any more.</summary>
    /// <param name="id">The id of the emission.</param>
    /// <param name="claims">The once subscribers that it claimed; null when there are none.</param>
    public void Begin(Guid id, OnceClaims? claims)
    {
        Id = id;
        _started = Stopwatch.GetTimestamp();
        List<EventSubscriber> subscribers = GetSubscribers(claims);
        if (_isListening)
        {
            Guard(static trace =>
                Telemetry.Instruments.Emissions.Add(1, new(Telemetry.Tags.Event, trace.EventTag), new(Telemetry.Tags.Executor, trace.Executor)));
            Guard(trace => trace.StartActivity(subscribers.Count));
        }

        if (Log is { } log)
        {
            string description = Describe(subscribers);
            Guard(trace => Pyventus.Log.Emitting(log, trace.Event.DisplayName, trace.Id, trace.Executor, subscribers.Count, description));
        }
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
        int failures = state.Failures?.Count ?? 0;
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

    // Compiled only where somebody looks: it needs the assembly of the listeners.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static EmissionTrace Create(EventEmitter emitter, EventKey key, SubscriberSnapshot snapshot, ILogger? log, bool isListening) =>
        new(emitter, key, snapshot, log, isListening);

    private void StartActivity(int subscriberCount)
    {
        _outer = Activity.Current;
        _activity = Telemetry.CreateActivity("emit " + EventTag, _caller);
        if (_activity is { IsAllDataRequested: true })
        {
            _activity.SetTag("pyventus.event", Event.DisplayName);
            _activity.SetTag("pyventus.emission.id", Id.ToString());
            _activity.SetTag("pyventus.executor", Executor);
            _activity.SetTag("pyventus.subscribers", subscriberCount);
        }

        // Last: a listener may throw, and what it was told of has to be left and ended.
        _activity?.Start();
    }

    private List<EventSubscriber> GetSubscribers(OnceClaims? claims)
    {
        var subscribers = new List<EventSubscriber>(_snapshot.Count);
        for (int index = 0; index < _snapshot.Count; index++)
        {
            if (claims?.Runs(index) != false)
            {
                subscribers.Add(_snapshot.Entries[index].Subscriber);
            }
        }

        return subscribers;
    }

    private static string Describe(List<EventSubscriber> subscribers)
    {
        string description = "";
        foreach (EventSubscriber subscriber in subscribers)
        {
            description += $"{(description.Length == 0 ? "" : ", ")}[{subscriber.Order}] {subscriber.Name}{(subscriber.IsOnce ? " (once)" : "")}";
        }

        return description;
    }
}
