namespace Pyventus;

/// <summary>
/// Declares a named event: the body of the method is generated and emits the event with its arguments. The parameters are
/// the contract of the event, which handlers and other emissions are checked against.
/// </summary>
/// <remarks>
/// The method is a static partial extension method of <see cref="EventEmitter"/> that returns <see langword="void"/>, or a
/// <see cref="ValueTask{TResult}"/> of <see cref="EmissionResult"/> with, optionally, a <see cref="CancellationToken"/>.
/// </remarks>
/// <param name="eventName">The name of the event; ordinal and case-sensitive, no pattern.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EmitsAttribute(string eventName) : Attribute
{
    /// <summary>The name of the event.</summary>
    public string EventName { get; } = eventName;

    /// <summary>The linker type whose event is declared; null for <see cref="EventLinker"/> itself.</summary>
    public Type? Linker { get; set; }
}
