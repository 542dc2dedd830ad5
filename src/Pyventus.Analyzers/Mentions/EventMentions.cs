using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>
/// The events that a compilation's calls of <c>Subscribe</c> and <c>Emit</c> may mean. It errs on the side of too many: a
/// constant, a type or a method is known by its identifier alone.
/// </summary>
internal sealed class EventMentions
{
    private static readonly ConditionalWeakTable<Compilation, EventMentions> _cache = new();

    private readonly MentionSet _subscribed;
    private readonly MentionSet _emitted;
    private readonly ImmutableArray<ITypeSymbol> _subscribedTypes;

    private EventMentions(Compilation compilation)
    {
        SyntaxMentions[] files = [.. compilation.SyntaxTrees.Select(SyntaxMentions.Get)];
        _subscribed = Union(files.Select(static file => file.Subscribed));
        _emitted = Union(files.Select(static file => file.Emitted));
        AddConstants(compilation, _subscribed);
        AddConstants(compilation, _emitted);
        _subscribedTypes =
        [
            .. compilation.GetSymbolsWithName(_subscribed.Identifiers.Contains, SymbolFilter.Member)
                .OfType<IMethodSymbol>()
                .SelectMany(static method => method.Parameters)
                .Select(static parameter => parameter.Type),
        ];
    }

    /// <summary>Reads the sources when they are first needed, once for all rules.</summary>
    public static Lazy<EventMentions> Create(KnownSymbols symbols) =>
        new(() => _cache.GetValue(symbols.Compilation, static compilation => new EventMentions(compilation)));

    /// <summary>Whether a subscription may handle the event.</summary>
    public bool IsSubscribed(EmittedEvent emitted) =>
        emitted.Name is { } name ? IsSubscribed(name, emitted.Syntax) : IsSubscribed(emitted.Type!);

    /// <summary>Whether a subscription may mean the name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="syntax">What says it here.</param>
    public bool IsSubscribed(string name, SyntaxNode syntax) =>
        IsMentioned(_subscribed, name, syntax)
        || _subscribed.Texts.Any(text => EventPatterns.IsPattern(text) && EventPatterns.Matches(text, name));

    /// <summary>Whether an emission may mean the name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="syntax">What says it here; null when nothing does.</param>
    public bool IsEmitted(string name, SyntaxNode? syntax = null) => IsMentioned(_emitted, name, syntax);

    private bool IsSubscribed(ITypeSymbol type)
    {
        for (ITypeSymbol? level = type; level is { SpecialType: SpecialType.None }; level = level.BaseType)
        {
            if (IsTaken(level))
            {
                return true;
            }
        }

        return _subscribed.Texts.Contains(EventPatterns.All) || type.AllInterfaces.Any(IsTaken);
    }

    private bool IsTaken(ITypeSymbol type) =>
        _subscribed.Identifiers.Contains(type.Name) || _subscribedTypes.Contains(type, SymbolEqualityComparer.Default);

    // A constant of another assembly is no symbol of this one, but called alike at both places.
    private static bool IsMentioned(MentionSet set, string name, SyntaxNode? syntax) =>
        set.Texts.Contains(name)
        || syntax switch
        {
            IdentifierNameSyntax identifier => set.Identifiers.Contains(identifier.Identifier.ValueText),
            MemberAccessExpressionSyntax access => set.Identifiers.Contains(access.Name.Identifier.ValueText),
            _ => false,
        };

    private static void AddConstants(Compilation compilation, MentionSet set) =>
        set.Texts.UnionWith(compilation.GetSymbolsWithName(set.Identifiers.Contains, SymbolFilter.Member)
            .OfType<IFieldSymbol>()
            .Select(static field => field.ConstantValue)
            .OfType<string>());

    private static MentionSet Union(IEnumerable<MentionSet> files)
    {
        var all = new MentionSet();
        foreach (var file in files)
        {
            all.Texts.UnionWith(file.Texts);
            all.Identifiers.UnionWith(file.Identifiers);
        }

        return all;
    }
}
