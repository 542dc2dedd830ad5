namespace Pyventus.Generators.Models;

/// <summary>The calls of one source file that emit an event known at compile time.</summary>
internal sealed record CallSiteFileModel
{
    /// <summary>The name of the generated file; unique in the assembly.</summary>
    public required string HintName { get; init; }

    /// <summary>The hash by which the compiler finds the source file again.</summary>
    public required string ContentHash { get; init; }

    /// <summary>The calls, those that emit the same event with the same types together.</summary>
    public required EquatableArray<CallSiteModel> Sites { get; init; }
}
