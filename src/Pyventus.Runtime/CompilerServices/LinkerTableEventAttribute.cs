using System.ComponentModel;

namespace Pyventus.CompilerServices;

/// <summary>
/// Describes one event of a generated table to the analyzers of this and of referencing compilations. It sits on a stub
/// method whose parameters, with their default values, are the contract of the event.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class LinkerTableEventAttribute : Attribute
{
    /// <summary>Describes a named event.</summary>
    /// <param name="eventName">The name.</param>
    /// <param name="linkerType">The linker type the contract belongs to; null when it is not public, then <see cref="LinkerTypeName"/> says it.</param>
    public LinkerTableEventAttribute(string eventName, Type? linkerType)
    {
        EventName = eventName;
        LinkerType = linkerType;
    }

    /// <summary>Describes an event object.</summary>
    /// <param name="eventType">The type of the event object.</param>
    /// <param name="linkerType">The linker type the contract belongs to; null when it is not public, then <see cref="LinkerTypeName"/> says it.</param>
    public LinkerTableEventAttribute(Type eventType, Type? linkerType)
    {
        EventType = eventType;
        LinkerType = linkerType;
    }

    /// <summary>The name of a named event.</summary>
    public string? EventName { get; }

    /// <summary>The type of an event object.</summary>
    public Type? EventType { get; }

    /// <summary>The linker type the contract belongs to.</summary>
    public Type? LinkerType { get; }

    /// <summary>The full name of a linker type that is not public.</summary>
    public string? LinkerTypeName { get; set; }

    /// <summary>The contract as a reader sees it, such as <c>(int id, string customer = "guest")</c>.</summary>
    public string? Signature { get; set; }

    /// <summary>The stable ids of the handlers, <c>Assembly!Type.Method(ParameterTypes)#attribute</c>, in the order in which they run.</summary>
    public string[] Handlers { get; set; } = [];

    /// <summary>The method with <see cref="EmitsAttribute"/> that declares the event, such as <c>Shop.ShopEvents.OrderPlaced</c>; null for an event that only has handlers.</summary>
    public string? Declaration { get; set; }

    /// <summary>Whether a handler of the event is asynchronous.</summary>
    public bool HasAsyncHandlers { get; set; }
}
