using Microsoft.CodeAnalysis;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>Finds the known event that a name was probably meant to be.</summary>
internal sealed class MisspelledNames(KnownEvents known, EventMentions mentions)
{
    /// <summary>The event meant by an emission of a name that nothing handles; null when the name may be right.</summary>
    public string? FindForEmission(string name, SyntaxNode syntax) =>
        IsKnown(name) || mentions.IsSubscribed(name, syntax)
        || known.IsMatched(name)
            ? null
            : FindSimilar(name, static _ => true);

    /// <summary>The event meant by a subscription to a name that nothing emits; null when the name may be right.</summary>
    public string? FindForSubscription(string name, SyntaxNode syntax) =>
        EventPatterns.IsPattern(name) || IsKnown(name) || mentions.IsEmitted(name, syntax) ? null : FindSimilar(name, static _ => true);

    /// <summary>The event meant by a handler of a name that nothing else mentions, although the other one is emitted; null when the name may be right.</summary>
    public string? FindForHandler(string name) =>
        EventPatterns.IsPattern(name)
        || known.IsHandledElsewhere(name)
        || known.Find(name).Any(static item => item.Declaration is not null || !item.IsOwn)
        || mentions.IsEmitted(name)
            ? null
            : FindSimilar(name, other => other.Declaration is not null || mentions.IsEmitted(other.Name!));

    private bool IsKnown(string name) => known.IsHandledElsewhere(name) || known.Find(name).Any();

    private string? FindSimilar(string name, Func<KnownEvent, bool> isMeant) =>
        known.All
            .Where(item => item.Name is { } other && !EventPatterns.IsPattern(other) && EventNames.AreSimilar(name, other) && isMeant(item))
            .Select(static item => item.Name)
            .OrderBy(static other => other, StringComparer.Ordinal)
            .FirstOrDefault();
}
