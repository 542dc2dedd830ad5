namespace Pyventus.Generators.Models;

/// <summary>What the handlers of a named event take that can be called directly.</summary>
internal sealed record EmittedContractModel
{
    /// <summary>The name of the event.</summary>
    public required string EventName { get; init; }

    /// <summary>The event of <c>EventLinker</c> itself, when nothing has to stand for its handlers; else null.</summary>
    public required BoundEventModel? Bound { get; init; }

    /// <summary>The C# names of the types, without nullable annotations.</summary>
    public required EquatableArray<string> Types { get; init; }

    /// <summary>The metadata names of the types.</summary>
    public required EquatableArray<string> MetadataNames { get; init; }
}
