using System.Diagnostics.CodeAnalysis;

namespace Pyventus;

/// <summary>
/// What identifies an event: the name of a named event (ordinal, case-sensitive) or the type of an event object. Two
/// types are two events even when their short names agree, and a name never equals a type.
/// </summary>
public readonly struct EventKey : IEquatable<EventKey>
{
    /// <summary>The name or the type; two keys are equal when these are. Null in the default key.</summary>
    // A field: nothing is inlined at start-up.
    internal readonly object Value;

    /// <summary>The key of a named event, or of a pattern such as <c>"order.*"</c> (see <see cref="EventPattern"/>).</summary>
    /// <param name="eventName">The name; neither empty nor white space.</param>
    /// <exception cref="ArgumentNullException"><paramref name="eventName"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="eventName"/> is empty, white space or misuses <c>*</c>.</exception>
    public EventKey(string eventName)
    {
        EventNames.Validate(eventName);
        Value = eventName;
    }

    /// <summary>The key of the event objects of exactly this type.</summary>
    /// <param name="type">A type of which event objects can exist; not <see cref="object"/>, <see cref="string"/>, a static class, a pointer, a by-ref-like type or an open generic.</param>
    /// <exception cref="ArgumentNullException"><paramref name="type"/> is null.</exception>
    /// <exception cref="ArgumentException">No event object can have this type.</exception>
    public EventKey(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        EventTypes.Validate(type);
        Value = type;
    }

    /// <summary>A key that is valid as it stands: what a table says, or a type that an object was found to have.</summary>
    internal EventKey(object value)
    {
        Value = value;
    }

    /// <summary>The name of a named event, or null for an event object.</summary>
    public string? Name => Value as string;

    /// <summary>The type of an event object, or null for a named event.</summary>
    public Type? Type => Value as Type;

    /// <summary>What the key shows in messages: the name, or the full name of the type.</summary>
    internal string DisplayName => Value switch
    {
        string name => name,
        Type type => type.FullName ?? type.Name,
        _ => "(none)",
    };

    internal bool IsDefault => Value is null;

    internal bool IsPattern => Value is string name && EventPatterns.IsPattern(name);

    /// <summary>The key of a named event; see <see cref="EventKey(string)"/>.</summary>
    /// <param name="eventName">The name.</param>
    [SuppressMessage("Usage", "CA2225", Justification = "The constructor is the named alternative.")]
    public static implicit operator EventKey(string eventName) => new(eventName);

    /// <summary>The key of an event type; see <see cref="EventKey(Type)"/>.</summary>
    /// <param name="type">The type.</param>
    [SuppressMessage("Usage", "CA2225", Justification = "The constructor is the named alternative.")]
    public static implicit operator EventKey(Type type) => new(type);

    /// <summary>Whether both keys identify the same event.</summary>
    /// <param name="left">A key.</param>
    /// <param name="right">A key.</param>
    public static bool operator ==(EventKey left, EventKey right) => left.Equals(right);

    /// <summary>Whether the keys identify different events.</summary>
    /// <param name="left">A key.</param>
    /// <param name="right">A key.</param>
    public static bool operator !=(EventKey left, EventKey right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(EventKey other) => Equals(Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EventKey other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value?.GetHashCode() ?? 0;

    /// <summary>The name of a named event, the full name of an event type, or "(none)" for the default value.</summary>
    public override string ToString() => DisplayName;

    /// <summary>A key to search for; a name that is not valid is not found.</summary>
    internal static EventKey OfAnyName(string name) => new((object)name);

    internal static EventKey OfRuntimeType(Type type) => new((object)type);

    internal static EventKey FromObject(object value) => value switch
    {
        string name => new EventKey(name),
        Type type => new EventKey(type),
        null => throw new ArgumentNullException(nameof(value), "An event is a name (string) or a type (typeof(T)); null is neither."),
        _ => throw new ArgumentException($"An event is a name (string) or a type (typeof(T)); '{value}' is a {value.GetType()}.", nameof(value)),
    };
}
