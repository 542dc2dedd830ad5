using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>The events that the generated tables of a compilation and of its references know.</summary>
internal sealed class KnownEvents
{
    private const string HandledElsewhereAttribute = "Pyventus.HandledElsewhereAttribute";

    private static readonly ConditionalWeakTable<Compilation, KnownEvents> _cache = new();

    private readonly ImmutableArray<string> _handledElsewhere;

    // There are as many calls as events, or more: no call may look at all of them.
    private readonly ILookup<string, KnownEvent> _named;
    private readonly ILookup<string, KnownEvent> _typed;
    private readonly ImmutableArray<KnownEvent> _patterns;

    private KnownEvents(KnownSymbols symbols)
    {
        var assemblies = symbols.Compilation.SourceModule.ReferencedAssemblySymbols
            .Where(static assembly => assembly.Modules.Any(static module =>
                module.ReferencedAssemblies.Any(static name => name.Name == WellKnownNames.RuntimeAssembly)))
            .Prepend(symbols.Compilation.Assembly);
        All = [.. assemblies.SelectMany(assembly => KnownEventReader.Read(assembly, symbols))];
        OfReferences = [.. All.Where(static known => !known.IsOwn)];
        _named = All.Where(static known => known.Name is not null).ToLookup(static known => known.Name!, StringComparer.Ordinal);
        _typed = All.Where(static known => known.Type is not null).ToLookup(static known => known.TypeName!, StringComparer.Ordinal);
        _patterns = [.. All.Where(static known => known.IsPattern)];
        _handledElsewhere =
        [
            .. symbols.Compilation.Assembly.GetAttributes()
                .Where(static attribute => attribute.AttributeClass?.ToDisplayString() == HandledElsewhereAttribute)
                .SelectMany(static attribute => attribute.ConstructorArguments)
                .Where(static argument => argument is { Kind: TypedConstantKind.Array, IsNull: false })
                .SelectMany(static argument => argument.Values)
                .Select(static value => value.Value)
                .OfType<string>(),
        ];
    }

    /// <summary>All of them, patterns included.</summary>
    public ImmutableArray<KnownEvent> All { get; }

    /// <summary>Those of the references.</summary>
    public ImmutableArray<KnownEvent> OfReferences { get; }

    /// <summary>Reads the tables when they are first needed, once for all rules.</summary>
    public static Lazy<KnownEvents> Create(KnownSymbols symbols) =>
        new(() => _cache.GetValue(symbols.Compilation, _ => new KnownEvents(symbols)));

    /// <summary>Whether <c>[assembly: HandledElsewhere]</c> names the event: its name, or the full name of its type.</summary>
    public bool IsHandledElsewhere(string name) =>
        _handledElsewhere.Any(pattern => EventPatterns.Matches(pattern, name));

    /// <summary>The events of this name, one for each linker type and assembly.</summary>
    public IEnumerable<KnownEvent> Find(string name) => _named[name];

    /// <summary>The events that an attribute of a handler names, one for each linker type and assembly.</summary>
    public IEnumerable<KnownEvent> Find(EventReference reference) =>
        (reference.Name is { } name ? Find(name) : reference.Type is { } type ? _typed[MetadataNames.Of(type)] : []).Where(known => known.IsNamedBy(reference));

    /// <summary>Whether a pattern that is more than <c>**</c> matches the name.</summary>
    public bool IsMatched(string name) =>
        _patterns.Any(known => known.Name != EventPatterns.All && EventPatterns.Matches(known.Name!, name));

    /// <summary>What emissions of the name are held against: for each linker type the contract of the event, or else those of the patterns that match it.</summary>
    public ImmutableArray<ImmutableArray<KnownEvent>> FindByLinker(string name)
    {
        var exact = Find(name).Where(static known => !known.IsPattern).GroupBy(static known => known.Linker, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => ImmutableArray.Create(ChooseContract(group)), StringComparer.Ordinal);
        var matching = _patterns
            .Where(known => !known.Handlers.IsEmpty && !exact.ContainsKey(known.Linker)
                && (name == EventPatterns.All ? known.Name == name : EventPatterns.Matches(known.Name!, name)))
            .GroupBy(static known => known.Linker, StringComparer.Ordinal)
            .Select(static group => group.ToImmutableArray());
        return [.. exact.Values.Concat(matching).OrderBy(static contracts => contracts[0].Linker, StringComparer.Ordinal)];
    }

    /// <summary>The contract that the tables of several assemblies make of one event: the declared one, else the longest, with the most optional arguments.</summary>
    public static KnownEvent ChooseContract(IEnumerable<KnownEvent> tables) =>
        tables
            .OrderByDescending(static known => known.Declaration is not null)
            .ThenByDescending(static known => known.Parameters?.Length ?? int.MaxValue)
            .ThenBy(static known => known.RequiredCount)
            .First();

    /// <summary>What has handlers that an emission of the event runs: the event itself, patterns, and base types, of which the tables do not say whether they include derived ones.</summary>
    public IEnumerable<KnownEvent> FindHandled(EmittedEvent emitted) =>
        (emitted.Name is { } name
            ? Find(name).Where(static known => !known.IsPattern).Concat(_patterns.Where(known => EventPatterns.Matches(known.Name!, name)))
            : _typed.SelectMany(static known => known).Where(known => IsOrDerivesFrom(emitted.Type!, known.Type!)).Concat(_named[EventPatterns.All]))
        .Where(static known => !known.Handlers.IsEmpty);

    private static bool IsOrDerivesFrom(ITypeSymbol type, ITypeSymbol known) =>
        UnsupportedTypes.DerivesFrom(type, known as INamedTypeSymbol)
        || SymbolEqualityComparer.Default.Equals(type, known)
        || type.AllInterfaces.Contains(known, SymbolEqualityComparer.Default);
}
