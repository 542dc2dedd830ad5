namespace Pyventus.Generators.Models;

/// <summary>What identifies an event: a name or a type.</summary>
internal sealed record EventKeyModel
{
    /// <summary>The name of a named event.</summary>
    public required string? Name { get; init; }

    /// <summary>The type of an event object.</summary>
    public required TypeModel? Type { get; init; }

    /// <summary>A text that is different for different events, whatever their names.</summary>
    public string Identity => Name is { } name ? "name " + name : "type " + Type!.MetadataName;
}
