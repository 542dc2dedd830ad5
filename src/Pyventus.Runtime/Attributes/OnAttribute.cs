namespace Pyventus;

/// <summary>
/// Links the method to one or more events at compile time: the method runs each time one of them is emitted.
/// </summary>
/// <remarks>
/// The method may be static or an instance method, returns <see langword="void"/>, a value, a <see cref="Task"/> or a
/// <see cref="ValueTask"/> (with or without a result), and takes the payload of the event or a leading part of it, plus,
/// anywhere, one <see cref="CancellationToken"/> and one <see cref="EventContext"/>. It and its containing types are at
/// least <see langword="internal"/>. What cannot be linked is a compile-time error (PYV1001 to PYV1111), never silence.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public class OnAttribute : Attribute
{
    /// <summary>Names no event; always the error PYV1001. It exists so that the error can say what to write.</summary>
    public OnAttribute()
    {
        Events = [];
    }

    /// <summary>Links the method to named events.</summary>
    /// <param name="eventNames">The names; ordinal and case-sensitive, neither empty nor white space.</param>
    public OnAttribute(params string[] eventNames)
    {
        ArgumentNullException.ThrowIfNull(eventNames);
        Events = [.. eventNames.Select(static name => new EventKey(name))];
    }

    /// <summary>Links the method to event objects of exactly these types.</summary>
    /// <param name="eventTypes">The types of the event objects.</param>
    public OnAttribute(params Type[] eventTypes)
    {
        ArgumentNullException.ThrowIfNull(eventTypes);
        Events = [.. eventTypes.Select(static type => new EventKey(type))];
    }

    /// <summary>Links the method to named events and event objects in one subscription.</summary>
    /// <param name="events">Event names (<see cref="string"/>) and event types (<see cref="Type"/>), in any order.</param>
    /// <exception cref="ArgumentException">An element is neither a string nor a type.</exception>
    public OnAttribute(params object[] events)
    {
        ArgumentNullException.ThrowIfNull(events);
        Events = [.. events.Select(EventKey.FromObject)];
    }

    /// <summary>The events, in the order written.</summary>
    public IReadOnlyList<EventKey> Events { get; }

    /// <summary>The place of the handler in an emission: ascending, 0 by default; ties run in declaration order.</summary>
    public int Order { get; set; }

    /// <summary>
    /// Runs a synchronous handler on the thread pool, so that a blocking one does not hold up the others of its emission.
    /// </summary>
    public bool ForceAsync { get; set; }

    /// <summary>
    /// The name of a method of the same type, for <c>nameof</c>: runs after the handler succeeded and takes its result, or
    /// nothing, plus, anywhere, one <see cref="EventContext"/> and one <see cref="CancellationToken"/>. Null for the
    /// success callback of the linker.
    /// </summary>
    public string? OnSuccess { get; set; }

    /// <summary>
    /// The name of a method of the same type, for <c>nameof</c>: runs after the handler failed and takes the exception, or
    /// nothing, plus, anywhere, one <see cref="EventContext"/> and one <see cref="CancellationToken"/>. Null for the
    /// failure callback of the linker.
    /// </summary>
    public string? OnFailure { get; set; }

    /// <summary>Whether the handler also gets event objects of types derived from its event types, or implementing them.</summary>
    public bool IncludeDerived { get; set; }

    /// <summary>
    /// The linker type the handler belongs to: a concrete <see cref="EventLinker"/> with a public parameterless
    /// constructor; <see langword="null"/> means <see cref="EventLinker"/> itself.
    /// </summary>
    public Type? Linker { get; set; }
}
