namespace Pyventus.Generators.Models;

/// <summary>What the handlers of the assembly need of a service provider.</summary>
internal sealed record ServicesModel
{
    /// <summary>The classes that handlers are called on, each once for each linker type.</summary>
    public required EquatableArray<ServicesClassModel> Classes { get; init; }

    /// <summary>The handlers that are called on an instance or take services, each once.</summary>
    public required EquatableArray<ServicesHandlerModel> Handlers { get; init; }
}
