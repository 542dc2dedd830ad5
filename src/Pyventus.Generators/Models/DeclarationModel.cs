namespace Pyventus.Generators.Models;

/// <summary>One method with <c>[Emits]</c>.</summary>
internal sealed record DeclarationModel
{
    /// <summary>The event.</summary>
    public required EventKeyModel Event { get; init; }

    /// <summary>The linker type.</summary>
    public required TypeModel Linker { get; init; }

    /// <summary>The parameters that the event carries.</summary>
    public required EquatableArray<ParameterModel> Payload { get; init; }

    /// <summary>The full name of the containing type, by which declarations of one event are sorted.</summary>
    public required string TypeName { get; init; }

    /// <summary>The position of the method among the members of its type, by which declarations in one type are sorted.</summary>
    public required int MemberIndex { get; init; }

    /// <summary>The method to implement.</summary>
    public required DeclaredMethodModel Method { get; init; }
}
