using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>Reads the events from the stubs of an assembly's generated table, in source or in metadata.</summary>
internal static class KnownEventReader
{
    public static IEnumerable<KnownEvent> Read(IAssemblySymbol assembly, KnownSymbols symbols)
    {
        bool isOwn = KnownSymbols.Same(assembly, symbols.Compilation.Assembly);
        var events =
            from marker in assembly.GetAttributes()
            where KnownSymbols.Same(marker.AttributeClass, symbols.LinkerTableAttribute)
            let table = marker.ConstructorArguments.FirstOrDefault().Value as INamedTypeSymbol
            where table is not null
            from contracts in table.GetTypeMembers(WellKnownNames.ContractsClass)
            from stub in contracts.GetMembers().OfType<IMethodSymbol>()
            from attribute in stub.GetAttributes()
            where KnownSymbols.Same(attribute.AttributeClass, symbols.LinkerTableEventAttribute)
            select Read(stub, attribute, isOwn);

        // A contract with internal types has two stubs: a public one without parameters and an internal one with them.
        return events.OfType<KnownEvent>()
            .GroupBy(static known => (known.Name, known.TypeName, known.Linker))
            .Select(static group => group.FirstOrDefault(static known => known.Parameters is not null) ?? group.First());
    }

    private static KnownEvent? Read(IMethodSymbol stub, AttributeData attribute, bool isOwn)
    {
        if (attribute.ConstructorArguments.Length != 2)
        {
            return null;
        }

        var named = attribute.NamedArguments.ToDictionary(static argument => argument.Key, static argument => argument.Value);
        string? linker = attribute.ConstructorArguments[1].Value is ITypeSymbol type
            ? MetadataNames.Of(type)
            : GetValue(named, "LinkerTypeName") as string;
        object? key = attribute.ConstructorArguments[0].Value;
        string signature = GetValue(named, "Signature") as string ?? "()";
        return linker is null || key is not (string or ITypeSymbol)
            ? null
            : new KnownEvent(
                isOwn,
                key as string,
                key as ITypeSymbol,
                linker,
                stub.Parameters.IsEmpty && signature != "()" ? null : stub.Parameters,
                signature,
                GetHandlers(named),
                GetValue(named, "Declaration") as string,
                GetValue(named, "HasAsyncHandlers") is true);
    }

    private static object? GetValue(Dictionary<string, TypedConstant> named, string key) =>
        named.TryGetValue(key, out var value) ? value.Value : null;

    private static ImmutableArray<string> GetHandlers(Dictionary<string, TypedConstant> named) =>
        named.TryGetValue("Handlers", out var value) && !value.IsNull
            ? [.. value.Values.Select(static handler => handler.Value).OfType<string>()]
            : [];
}
