namespace Pyventus.Generators.Models;

/// <summary>One argument of a call that emits an event.</summary>
internal sealed record ArgumentModel
{
    /// <summary>The C# name of its type, without nullable annotations.</summary>
    public required string Type { get; init; }

    /// <summary>The full name of its type in metadata.</summary>
    public required string MetadataName { get; init; }

    /// <summary>The metadata names of the other types it converts to implicitly.</summary>
    public required EquatableArray<string> ConvertsTo { get; init; }

    /// <summary>Whether the type of the argument is the other one or converts to it.</summary>
    public bool IsAccepted(string metadataName) =>
        string.Equals(MetadataName, metadataName, StringComparison.Ordinal) || ConvertsTo.Contains(metadataName);
}
