namespace Pyventus.Generators.Models;

/// <summary>How generated code calls the success or failure callback of a handler.</summary>
internal sealed record CallbackModel
{
    /// <summary>The name of the method, escaped.</summary>
    public required string Method { get; init; }

    /// <summary>Whether the method is static.</summary>
    public required bool IsStatic { get; init; }

    /// <summary>All parameters, in order.</summary>
    public required EquatableArray<CallbackParameterModel> Parameters { get; init; }

    /// <summary>The type of the handler's result; null when the callback does not take it.</summary>
    public required TypeModel? ResultType { get; init; }

    /// <summary>What the method returns.</summary>
    public required ReturnKind Returns { get; init; }

    /// <summary>Whether the returned task may be null by its annotation.</summary>
    public required bool ReturnsNullable { get; init; }

    /// <summary>Whether the callback gets the context of the emission.</summary>
    public bool TakesContext => Parameters.Any(static parameter => parameter.Kind == ParameterKind.Context);
}
