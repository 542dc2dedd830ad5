namespace Pyventus;

/// <summary>
/// Links the method to one or more events at compile time, for a single run: the first emission of any of them takes it,
/// for all of them together and under any number of concurrent emitters.
/// </summary>
/// <remarks>The once-state belongs to a linker instance; see <see cref="OnAttribute"/> for what a handler may look like.</remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public class OnceAttribute : Attribute
{
    /// <summary>Names no event; always the error PYV1001. It exists so that the error can say what to write.</summary>
    public OnceAttribute()
    {
        Events = [];
    }

    /// <summary>Links the method to named events.</summary>
    /// <param name="eventNames">The names; ordinal and case-sensitive, neither empty nor white space.</param>
    public OnceAttribute(params string[] eventNames)
    {
        ArgumentNullException.ThrowIfNull(eventNames);
        Events = [.. eventNames.Select(static name => new EventKey(name))];
    }

    /// <summary>Links the method to event objects of exactly these types.</summary>
    /// <param name="eventTypes">The types of the event objects.</param>
    public OnceAttribute(params Type[] eventTypes)
    {
        ArgumentNullException.ThrowIfNull(eventTypes);
        Events = [.. eventTypes.Select(static type => new EventKey(type))];
    }

    /// <summary>Links the method to named events and event objects in one subscription.</summary>
    /// <param name="events">Event names (<see cref="string"/>) and event types (<see cref="Type"/>), in any order.</param>
    /// <exception cref="ArgumentException">An element is neither a string nor a type.</exception>
    public OnceAttribute(params object[] events)
    {
        ArgumentNullException.ThrowIfNull(events);
        Events = [.. events.Select(EventKey.FromObject)];
    }

    /// <summary>The events, in the order written.</summary>
    public IReadOnlyList<EventKey> Events { get; }

    /// <inheritdoc cref="OnAttribute.Order"/>
    public int Order { get; set; }

    /// <inheritdoc cref="OnAttribute.ForceAsync"/>
    public bool ForceAsync { get; set; }

    /// <inheritdoc cref="OnAttribute.OnSuccess"/>
    public string? OnSuccess { get; set; }

    /// <inheritdoc cref="OnAttribute.OnFailure"/>
    public string? OnFailure { get; set; }

    /// <inheritdoc cref="OnAttribute.IncludeDerived"/>
    public bool IncludeDerived { get; set; }

    /// <inheritdoc cref="OnAttribute.Linker"/>
    public Type? Linker { get; set; }
}
