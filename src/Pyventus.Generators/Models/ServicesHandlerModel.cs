namespace Pyventus.Generators.Models;

/// <summary>A handler that is called on an instance or takes services.</summary>
internal sealed record ServicesHandlerModel
{
    /// <summary>The linker type.</summary>
    public required TypeModel Linker { get; init; }

    /// <summary>The stable id.</summary>
    public required string Id { get; init; }

    /// <summary>The class the handler is called on; null for a static handler.</summary>
    public required TypeModel? Class { get; init; }

    /// <summary>The parameters that services fill.</summary>
    public required EquatableArray<ServiceModel> Services { get; init; }
}
