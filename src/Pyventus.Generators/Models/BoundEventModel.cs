namespace Pyventus.Generators.Models;

/// <summary>An event of this assembly's table that call sites know.</summary>
internal sealed record BoundEventModel
{
    /// <summary>The C# name of the table class.</summary>
    public required string Table { get; init; }

    /// <summary>The name of the event's class in it.</summary>
    public required string Event { get; init; }
}
