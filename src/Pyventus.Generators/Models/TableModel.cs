namespace Pyventus.Generators.Models;

/// <summary>The table of an assembly.</summary>
internal sealed record TableModel
{
    /// <summary>One section for each linker type; none when the assembly has no handlers.</summary>
    public required EquatableArray<SectionModel> Sections { get; init; }

    /// <summary>Whether a handler is called on an instance or takes services.</summary>
    public required bool HasServices { get; init; }

    /// <summary>A hash of everything the table wires.</summary>
    public required string ContentHash { get; init; }
}
