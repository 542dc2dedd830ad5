namespace Pyventus.Generators.Models;

/// <summary>One event in a section of the table.</summary>
internal sealed record TableEntryModel
{
    /// <summary>What the section sorts and searches by: the name of the event, or the <c>Type.Name</c> of its type.</summary>
    public required string Name { get; init; }

    /// <summary>The <see cref="EventModel.Identifier"/>.</summary>
    public required string Identifier { get; init; }

    /// <summary>Whether other events can match this one.</summary>
    public required bool IsOpen { get; init; }
}
