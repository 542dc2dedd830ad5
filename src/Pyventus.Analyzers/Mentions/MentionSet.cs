namespace Pyventus.Analyzers;

/// <summary>What the arguments of some calls mention.</summary>
internal sealed class MentionSet
{
    /// <summary>String literals.</summary>
    public HashSet<string> Texts { get; } = new(StringComparer.Ordinal);

    /// <summary>Identifiers: of constants, types and methods, whichever they are.</summary>
    public HashSet<string> Identifiers { get; } = new(StringComparer.Ordinal);
}
