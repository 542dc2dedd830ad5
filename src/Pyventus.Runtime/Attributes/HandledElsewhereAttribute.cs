namespace Pyventus;

/// <summary>
/// Says that events which an executable emits are handled where the compiler does not see it, such as in an assembly
/// loaded at run time or by a subscription: rule PYV1201 then does not ask for a handler.
/// </summary>
/// <param name="events">Names or patterns such as <c>"order.*"</c>.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class HandledElsewhereAttribute(params string[] events) : Attribute
{
    /// <summary>The names and patterns.</summary>
    public IReadOnlyList<string> Events { get; } = events;
}
