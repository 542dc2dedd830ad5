using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>
/// Finds events that a handler attribute lists although another one of the same kind and linker does; linked into the
/// assembly of the fixes.
/// </summary>
internal static class RepeatedEvents
{
    /// <summary>The events that the method has without this attribute's listing them again, each with the event that makes it redundant.</summary>
    public static IEnumerable<(EventReference Repeated, EventReference By)> FindOnMethod(IMethodSymbol method, AttributeData attribute, KnownSymbols symbols)
    {
        var attributes = HandlerRules.GetHandlerAttributes(method, symbols).RemoveAll(other => !IsAlike(attribute, other, symbols));
        EventReference[] earlier = [.. attributes.TakeWhile(other => !other.Equals(attribute)).SelectMany(static other => EventReference.Read(other))];
        EventReference[] patterns = [.. attributes.SelectMany(static other => EventReference.Read(other)).Where(IsPattern)];
        var own = EventReference.Read(attribute);
        foreach (var reference in own)
        {
            EventReference[] others =
            [
                .. earlier.Concat(own.Take(reference.Index)).Where(reference.IsSameEvent),
                .. patterns.Where(pattern => Covers(pattern, reference)),
            ];
            if (others.Length > 0)
            {
                yield return (reference, others[0]);
            }
        }
    }

    /// <summary>The events that a method which this one overrides handles as well, each with that method.</summary>
    public static IEnumerable<(EventReference Repeated, IMethodSymbol Base)> FindOnBases(IMethodSymbol method, AttributeData attribute, KnownSymbols symbols)
    {
        var found = new HashSet<int>();
        for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            EventReference[] inherited =
            [
                .. HandlerRules.GetHandlerAttributes(overridden.OriginalDefinition, symbols)
                    .Where(other => IsAlike(attribute, other, symbols))
                    .SelectMany(static other => EventReference.Read(other)),
            ];
            foreach (var reference in EventReference.Read(attribute).Where(reference => inherited.Any(reference.IsSameEvent)))
            {
                if (found.Add(reference.Index))
                {
                    yield return (reference, overridden);
                }
            }
        }
    }

    /// <summary>The positions of all events that may go.</summary>
    public static ImmutableArray<int> FindPositions(IMethodSymbol method, AttributeData attribute, KnownSymbols symbols) =>
    [
        .. FindOnMethod(method, attribute, symbols).Select(static found => found.Repeated.Index)
            .Concat(FindOnBases(method, attribute, symbols).Select(static found => found.Repeated.Index))
            .Distinct(),
    ];

    private static bool IsAlike(AttributeData attribute, AttributeData other, KnownSymbols symbols) =>
        symbols.IsOnce(attribute) == symbols.IsOnce(other)
        && KnownSymbols.Same(LinkerRules.GetLinker(attribute) ?? symbols.EventLinker, LinkerRules.GetLinker(other) ?? symbols.EventLinker);

    private static bool IsPattern(EventReference reference) => reference.Name is { } name && EventPatterns.IsPattern(name);

    // Among patterns only '**' is known to match whatever another one does.
    private static bool Covers(EventReference pattern, EventReference reference) =>
        !pattern.IsSameEvent(reference)
        && (pattern.Name == EventPatterns.All
            || (reference.Name is { } name && !EventPatterns.IsPattern(name) && EventPatterns.Matches(pattern.Name!, name)));
}
