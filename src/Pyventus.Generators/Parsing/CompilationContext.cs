using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Pyventus.Generators.Models;
using Pyventus.Roslyn;

namespace Pyventus.Generators.Parsing;

/// <summary>What was found out about a compilation, kept as long as it lives: most handlers name the same few types.</summary>
internal sealed class CompilationContext
{
    private static readonly ConditionalWeakTable<Compilation, CompilationContext> _contexts = new();

    private readonly ConcurrentDictionary<ITypeSymbol, TypeModel> _types = new(SymbolEqualityComparer.IncludeNullability);
    private readonly ConcurrentDictionary<ITypeSymbol, EquatableArray<string>> _conversions = new(SymbolEqualityComparer.IncludeNullability);
    private readonly ConcurrentDictionary<ITypeSymbol, EquatableArray<string>> _baseTypes = new(SymbolEqualityComparer.IncludeNullability);
    private readonly ConcurrentDictionary<INamedTypeSymbol, HandlerClassModel> _classes = new(SymbolEqualityComparer.Default);

    private CompilationContext(KnownSymbols? symbols)
    {
        Symbols = symbols;
    }

    /// <summary>The symbols; null when the compilation does not reference the runtime.</summary>
    public KnownSymbols? Symbols { get; }

    public static CompilationContext Of(Compilation compilation) =>
        _contexts.GetValue(compilation, static key => new CompilationContext(KnownSymbols.TryCreate(key)));

    /// <summary>The type as a model.</summary>
    public TypeModel GetModel(ITypeSymbol type) => _types.GetOrAdd(type, TypeParser.Parse);

    /// <summary>The metadata names of the types that values of the type convert to.</summary>
    public EquatableArray<string> GetConversions(ITypeSymbol type, KnownSymbols symbols) => _conversions.GetOrAdd(type, key => ImplicitConversions.From(key, symbols));

    /// <summary>The metadata names of the base classes and interfaces of the type.</summary>
    public EquatableArray<string> GetBaseTypes(ITypeSymbol type, KnownSymbols symbols) => _baseTypes.GetOrAdd(type, key => ImplicitConversions.GetBaseTypes(key, symbols));

    /// <summary>The class of instance handlers as a model.</summary>
    public HandlerClassModel GetClass(INamedTypeSymbol type, KnownSymbols symbols) => _classes.GetOrAdd(type, key => ServiceParser.ParseClass(key, this, symbols));
}
