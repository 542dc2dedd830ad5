namespace Pyventus;

/// <summary>What a handler can learn about the emission that runs it. Immutable, valid after the emission has ended.</summary>
public sealed class EventContext
{
    private readonly EmissionId _id;

    internal EventContext(EmissionId id, EventKey @event, DateTimeOffset timestamp, IReadOnlyList<object?> arguments, EventEmitter emitter)
    {
        _id = id;
        Event = @event;
        Timestamp = timestamp;
        Arguments = arguments;
        Emitter = emitter;
    }

    /// <summary>The id of the emission, the same for all its handlers.</summary>
    public Guid Id => _id.Value;

    /// <summary>The event.</summary>
    public EventKey Event { get; }

    /// <summary>The name of a named event, the full name of the type of an event object.</summary>
    public string EventName => Event.DisplayName;

    /// <summary>When the event was emitted.</summary>
    public DateTimeOffset Timestamp { get; }

    /// <summary>The arguments the event was emitted with, after conversion to its contract and with its default values.</summary>
    public IReadOnlyList<object?> Arguments { get; }

    /// <summary>The emitter that emitted the event.</summary>
    public EventEmitter Emitter { get; }
}
