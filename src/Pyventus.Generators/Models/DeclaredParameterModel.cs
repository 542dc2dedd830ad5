namespace Pyventus.Generators.Models;

/// <summary>A parameter of a method with <c>[Emits]</c>.</summary>
internal sealed record DeclaredParameterModel
{
    /// <summary>The modifiers, in the order written.</summary>
    public required string Modifiers { get; init; }

    /// <summary>The C# name of the type, <c>dynamic</c> included, which both parts of the method have to say.</summary>
    public required string DeclaredType { get; init; }

    /// <summary>The C# name of the type it is emitted as.</summary>
    public required string EmittedType { get; init; }

    /// <summary>The name, escaped.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is the token of the emission.</summary>
    public required bool IsToken { get; init; }
}
