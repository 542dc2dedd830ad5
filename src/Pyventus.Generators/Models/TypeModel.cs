namespace Pyventus.Generators.Models;

/// <summary>A type as generated code needs to know it.</summary>
internal sealed record TypeModel
{
    /// <summary>The C# name from <c>global::</c> on, with nullable annotations and tuple names; <c>object</c> for <c>dynamic</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The same without annotations and tuple names: what <c>typeof</c> in an attribute takes.</summary>
    public required string ErasedCode { get; init; }

    /// <summary>The name as a reader of a message sees it.</summary>
    public required string Display { get; init; }

    /// <summary>The full name in metadata: the identity of the type.</summary>
    public required string MetadataName { get; init; }

    /// <summary>What <c>Type.Name</c> is at run time.</summary>
    public required string ShortName { get; init; }

    /// <summary>The metadata name of the <c>T</c> in <c>T?</c>, for a nullable value type.</summary>
    public required string? NullableOf { get; init; }

    /// <summary>Whether every other assembly can name the type.</summary>
    public required bool IsPublic { get; init; }

    /// <summary>Whether values are references.</summary>
    public required bool IsReference { get; init; }

    /// <summary>Whether annotations can make no difference: a value type without type arguments.</summary>
    public required bool IsPlainValue { get; init; }
}
