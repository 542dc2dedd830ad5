namespace Pyventus.Generators.Models;

/// <summary>What the generator knows of a compilation.</summary>
internal sealed record ProjectModel
{
    /// <summary>The subscribers, in the order of the files.</summary>
    public required EquatableArray<HandlerModel> Handlers { get; init; }

    /// <summary>The declared events, in the order of the files.</summary>
    public required EquatableArray<DeclarationModel> Declarations { get; init; }

    /// <summary>The limits of linkers, in the order of the files.</summary>
    public required EquatableArray<LinkerLimitModel> LinkerLimits { get; init; }

    /// <summary>The C# names of the tables of referenced assemblies.</summary>
    public required EquatableArray<string> ReferencedTables { get; init; }
}
