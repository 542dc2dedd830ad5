namespace Pyventus.Generators.Models;

/// <summary>How generated code calls one handler and what the runtime has to know about it.</summary>
internal sealed record HandlerCallModel
{
    /// <summary>The stable id.</summary>
    public required string Id { get; init; }

    /// <summary>The <c>Order</c> of the attribute.</summary>
    public required int Order { get; init; }

    /// <summary>Whether the attribute is <c>[Once]</c>.</summary>
    public required bool IsOnce { get; init; }

    /// <summary>The <c>ForceAsync</c> of the attribute.</summary>
    public required bool ForceAsync { get; init; }

    /// <summary>The C# name of the containing type.</summary>
    public required string ContainingType { get; init; }

    /// <summary>The name of the method, escaped.</summary>
    public required string Method { get; init; }

    /// <summary>Whether the method is static.</summary>
    public required bool IsStatic { get; init; }

    /// <summary>Whether generated code can create an instance with <c>new()</c>.</summary>
    public required bool CanCreateInstance { get; init; }

    /// <summary>All parameters, in order.</summary>
    public required EquatableArray<ParameterModel> Parameters { get; init; }

    /// <summary>What the method returns.</summary>
    public required ReturnKind Returns { get; init; }

    /// <summary>Whether the returned task may be null by its annotation.</summary>
    public required bool ReturnsNullable { get; init; }

    /// <summary>Whether the handler may be unfinished when it returns.</summary>
    public bool IsAsync => Returns is ReturnKind.Task or ReturnKind.TaskOfT or ReturnKind.ValueTask or ReturnKind.ValueTaskOfT;

    /// <summary>Whether the handler gets the context of the emission.</summary>
    public bool TakesContext => Parameters.Any(static parameter => parameter.Kind == ParameterKind.Context);
}
