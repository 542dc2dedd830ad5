namespace Pyventus.Generators.Models;

/// <summary>A parameter of a callback.</summary>
internal sealed record CallbackParameterModel
{
    /// <summary>What the parameter gets.</summary>
    public required ParameterKind Kind { get; init; }

    /// <summary>The type.</summary>
    public required TypeModel Type { get; init; }
}
