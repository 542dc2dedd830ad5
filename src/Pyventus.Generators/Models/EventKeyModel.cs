using Pyventus.Roslyn;

namespace Pyventus.Generators.Models;

/// <summary>What identifies an event: a name or a type.</summary>
internal sealed record EventKeyModel
{
    /// <summary>The name of a named event.</summary>
    public required string? Name { get; init; }

    /// <summary>The type of an event object.</summary>
    public required TypeModel? Type { get; init; }

    /// <summary>The metadata names of the other types an event object converts to implicitly; none for a named event.</summary>
    public required EquatableArray<string> ConvertsTo { get; init; }

    /// <summary>Those of them that are base classes or interfaces.</summary>
    public required EquatableArray<string> BaseTypes { get; init; }

    /// <summary>Whether other events match the name.</summary>
    public bool IsPattern => Name is not null && EventPatterns.IsPattern(Name);

    /// <summary>The name, or the name of the type as a reader of a message sees it.</summary>
    public string DisplayName => Name ?? Type!.Display;

    /// <summary>A text that is different for different events, whatever their names.</summary>
    public string Identity => Name is { } name ? "name " + name : "type " + Type!.MetadataName;
}
