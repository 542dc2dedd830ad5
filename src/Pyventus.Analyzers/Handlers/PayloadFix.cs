using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>Describes to the code fix how the payload parameters of a handler have to change.</summary>
internal static class PayloadFix
{
    private static readonly SymbolDisplayFormat _typeFormat = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>Whether changing the payload for one event cannot do harm to another event of the method.</summary>
    public static bool IsPossible(HandlerAttributeUse use, KnownSymbols symbols) =>
        HandlerRules.GetHandlerAttributes(use.Method, symbols).Length == 1 && EventReference.Read(use.Attribute).Length == 1;

    /// <summary>The change that makes a handler of an event object take that object.</summary>
    public static ImmutableDictionary<string, string?> ForEventObject(HandlerAttributeUse use, KnownSymbols symbols) =>
        IsPossible(use, symbols) && EventReference.Read(use.Attribute)[0].Type is { } type
            ? Create([type], removedDefaults: 1)
            : ImmutableDictionary<string, string?>.Empty;

    /// <summary>A change; a null type stays.</summary>
    public static ImmutableDictionary<string, string?> Create(IEnumerable<ITypeSymbol?> types, int removedDefaults) =>
        ImmutableDictionary<string, string?>.Empty
            .Add(DiagnosticProperties.PayloadTypes, string.Join("\n", types.Select(static type => type?.ToDisplayString(_typeFormat))))
            .Add(DiagnosticProperties.RemovedDefaults, removedDefaults.ToString(CultureInfo.InvariantCulture));
}
