namespace Pyventus.Generators.Models;

/// <summary>The events of one linker type.</summary>
internal sealed record SectionModel
{
    /// <summary>The linker type.</summary>
    public required TypeModel Linker { get; init; }

    /// <summary>The events: named ones first, each kind in ascending ordinal order.</summary>
    public required EquatableArray<TableEntryModel> Entries { get; init; }

    /// <summary>How many of the events are named.</summary>
    public required int NamedCount { get; init; }
}
