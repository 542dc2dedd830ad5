namespace Pyventus.Generators.Models;

/// <summary>A parameter of a handler or constructor that a service provider fills.</summary>
internal sealed record ServiceModel
{
    /// <summary>The name of the parameter, without <c>@</c>.</summary>
    public required string Parameter { get; init; }

    /// <summary>The type of the service: that of the parameter, without a nullable annotation.</summary>
    public required TypeModel Type { get; init; }

    /// <summary>Whether the parameter may be null by its annotation.</summary>
    public required bool IsNullable { get; init; }

    /// <summary>The key of a keyed service as a constant expression; null when it has none.</summary>
    public required string? Key { get; init; }

    /// <summary>Whether the parameter does without.</summary>
    public required bool IsOptional { get; init; }

    /// <summary>The default value, if there is one that is not null.</summary>
    public required DefaultModel? Default { get; init; }
}
