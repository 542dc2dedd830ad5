namespace Pyventus.Generators.Models;

/// <summary>A parameter of a handler.</summary>
internal sealed record ParameterModel
{
    /// <summary>The name as written, without <c>@</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What the parameter gets.</summary>
    public required ParameterKind Kind { get; init; }

    /// <summary>The type.</summary>
    public required TypeModel Type { get; init; }

    /// <summary>The metadata names of the other types a value of this type converts to implicitly.</summary>
    public required EquatableArray<string> ConvertsTo { get; init; }

    /// <summary>The default value, if there is one.</summary>
    public required DefaultModel? Default { get; init; }

    /// <summary>The service, for a parameter that gets one.</summary>
    public required ServiceModel? Service { get; init; }

    /// <summary>Whether an argument of the emission can be passed to the parameter.</summary>
    public bool Accepts(ContractParameterModel argument) =>
        string.Equals(argument.Type.MetadataName, Type.MetadataName, StringComparison.Ordinal) || argument.ConvertsTo.Contains(Type.MetadataName);
}
