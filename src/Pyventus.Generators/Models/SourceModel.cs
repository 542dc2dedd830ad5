namespace Pyventus.Generators.Models;

/// <summary>What one file declares.</summary>
internal sealed record SourceModel
{
    /// <summary>A file that declares nothing: one for all of them.</summary>
    public static SourceModel Empty { get; } = new() { Handlers = default, Declarations = default, LinkerLimits = default, BindsCalls = false };

    /// <summary>The subscribers.</summary>
    public required EquatableArray<HandlerModel> Handlers { get; init; }

    /// <summary>The declared events.</summary>
    public required EquatableArray<DeclarationModel> Declarations { get; init; }

    /// <summary>The limits of linkers.</summary>
    public required EquatableArray<LinkerLimitModel> LinkerLimits { get; init; }

    /// <summary>Whether calls were bound to find that out, so that it depends on the signatures of methods anywhere.</summary>
    public required bool BindsCalls { get; init; }
}
