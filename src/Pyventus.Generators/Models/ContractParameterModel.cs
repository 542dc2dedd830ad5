namespace Pyventus.Generators.Models;

/// <summary>One argument of an event.</summary>
internal sealed record ContractParameterModel
{
    /// <summary>The name, without <c>@</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The type.</summary>
    public required TypeModel Type { get; init; }

    /// <summary>The metadata names of the other types the argument converts to implicitly.</summary>
    public required EquatableArray<string> ConvertsTo { get; init; }

    /// <summary>The default value, if the argument is optional.</summary>
    public required DefaultModel? Default { get; init; }
}
