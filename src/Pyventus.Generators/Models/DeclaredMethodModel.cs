namespace Pyventus.Generators.Models;

/// <summary>A partial method that emits an event, as its implementing part has to repeat it.</summary>
internal sealed record DeclaredMethodModel
{
    /// <summary>The name of the generated file; unique in the assembly.</summary>
    public required string HintName { get; init; }

    /// <summary>The C# name of the namespace; empty for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>The C# name of the containing type.</summary>
    public required string ContainingType { get; init; }

    /// <summary>The modifiers, in the order written.</summary>
    public required string Modifiers { get; init; }

    /// <summary>The name, escaped.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the method returns what <c>EmitAsync</c> returns.</summary>
    public required bool IsAsync { get; init; }

    /// <summary>The name of the event.</summary>
    public required string EventName { get; init; }

    /// <summary>All parameters, the emitter first.</summary>
    public required EquatableArray<DeclaredParameterModel> Parameters { get; init; }
}
