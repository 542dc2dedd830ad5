namespace Pyventus.Generators.Models;

/// <summary>One attribute on one method: one subscriber.</summary>
internal sealed record HandlerModel
{
    /// <summary>The events, each once.</summary>
    public required EquatableArray<EventKeyModel> Events { get; init; }

    /// <summary>Whether the handler also gets event objects of types derived from its event types.</summary>
    public required bool IncludeDerived { get; init; }

    /// <summary>The linker type.</summary>
    public required TypeModel Linker { get; init; }

    /// <summary>The call.</summary>
    public required HandlerCallModel Call { get; init; }

    /// <summary>The full name of the containing type, by which handlers of equal order are sorted.</summary>
    public required string TypeName { get; init; }

    /// <summary>The position of the method among the members of its type, by which handlers of one type are sorted.</summary>
    public required int MemberIndex { get; init; }

    /// <summary>The position of the attribute among those of the method.</summary>
    public required int AttributeIndex { get; init; }
}
