namespace Pyventus.Generators.Models;

/// <summary>A class that handlers of one linker type are called on.</summary>
internal sealed record ServicesClassModel
{
    /// <summary>The linker type.</summary>
    public required TypeModel Linker { get; init; }

    /// <summary>The class.</summary>
    public required HandlerClassModel Class { get; init; }
}
