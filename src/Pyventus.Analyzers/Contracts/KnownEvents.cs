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

    private KnownEvents(KnownSymbols symbols)
    {
        var assemblies = symbols.Compilation.SourceModule.ReferencedAssemblySymbols
            .Where(static assembly => assembly.Modules.Any(static module =>
                module.ReferencedAssemblies.Any(static name => name.Name == WellKnownNames.RuntimeAssembly)))
            .Prepend(symbols.Compilation.Assembly);
        All = [.. assemblies.SelectMany(assembly => KnownEventReader.Read(assembly, symbols))];
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

    /// <summary>Reads the tables when they are first needed, once for all rules.</summary>
    public static Lazy<KnownEvents> Create(KnownSymbols symbols) =>
        new(() => _cache.GetValue(symbols.Compilation, _ => new KnownEvents(symbols)));

    /// <summary>Whether <c>[assembly: HandledElsewhere]</c> names the event: its name, or the full name of its type.</summary>
    public bool IsHandledElsewhere(string name) =>
        _handledElsewhere.Any(pattern => EventPatterns.Matches(pattern, name));

    /// <summary>What has handlers that an emission of the event runs: the event itself, patterns, and base types, of which the tables do not say whether they include derived ones.</summary>
    public IEnumerable<KnownEvent> FindHandled(EmittedEvent emitted) =>
        All.Where(known => !known.Handlers.IsEmpty && Matches(known, emitted));

    private static bool Matches(KnownEvent known, EmittedEvent emitted)
    {
        if (known.Name == EventPatterns.All)
        {
            return true;
        }

        return emitted.Name is { } name
            ? known.Name is { } pattern && EventPatterns.Matches(pattern, name)
            : known.Type is { } type && IsOrDerivesFrom(emitted.Type!, type);
    }

    private static bool IsOrDerivesFrom(ITypeSymbol type, ITypeSymbol known) =>
        UnsupportedTypes.DerivesFrom(type, known as INamedTypeSymbol)
        || SymbolEqualityComparer.Default.Equals(type, known)
        || type.AllInterfaces.Contains(known, SymbolEqualityComparer.Default);
}
