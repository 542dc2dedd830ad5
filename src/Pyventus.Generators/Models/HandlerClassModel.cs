namespace Pyventus.Generators.Models;

/// <summary>A class that handlers are called on, and how a service provider's instance of it is created.</summary>
internal sealed record HandlerClassModel
{
    /// <summary>The class.</summary>
    public required TypeModel Type { get; init; }

    /// <summary>The constructor as messages show it; null when generated code can call none.</summary>
    public required string? Constructor { get; init; }

    /// <summary>The parameters of the constructor.</summary>
    public required EquatableArray<ServiceModel> Parameters { get; init; }
}
