namespace Pyventus.Generators.Models;

/// <summary>How many subscribers an event of a linker class can have.</summary>
internal sealed record LinkerLimitModel
{
    /// <summary>The linker type.</summary>
    public required TypeModel Linker { get; init; }

    /// <summary>Its limit.</summary>
    public required int MaxSubscribers { get; init; }
}
