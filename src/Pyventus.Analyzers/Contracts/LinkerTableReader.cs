using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>Reads the contracts of named events from the stubs of an assembly's generated table, in source or in metadata.</summary>
internal static class LinkerTableReader
{
    public static IEnumerable<EventContract> Read(IAssemblySymbol assembly, KnownSymbols symbols) =>
        from marker in assembly.GetAttributes()
        where KnownSymbols.Same(marker.AttributeClass, symbols.LinkerTableAttribute)
        let table = marker.ConstructorArguments.FirstOrDefault().Value as INamedTypeSymbol
        where table is not null
        from contract in ReadTable(table, KnownSymbols.Same(assembly, symbols.Compilation.Assembly), symbols)
        select contract;

    // A contract with internal types has two stubs: a public one without parameters and an internal one with them.
    private static IEnumerable<EventContract> ReadTable(INamedTypeSymbol table, bool isOwn, KnownSymbols symbols) =>
        table.GetMembers().OfType<IMethodSymbol>()
            .SelectMany(stub => stub.GetAttributes().Select(attribute => ReadStub(stub, attribute, isOwn, symbols)))
            .OfType<EventContract>()
            .GroupBy(static contract => (contract.EventName, contract.Linker))
            .Select(static group => group.FirstOrDefault(static contract => contract.Parameters is not null) ?? group.First());

    private static EventContract? ReadStub(IMethodSymbol stub, AttributeData attribute, bool isOwn, KnownSymbols symbols)
    {
        if (!KnownSymbols.Same(attribute.AttributeClass, symbols.LinkerTableEventAttribute)
            || attribute.ConstructorArguments.Length != 2
            || attribute.ConstructorArguments[0].Value is not string eventName)
        {
            return null;
        }

        var named = attribute.NamedArguments.ToDictionary(static argument => argument.Key, static argument => argument.Value);
        string? linker = attribute.ConstructorArguments[1].Value is ITypeSymbol type
            ? MetadataNames.Of(type)
            : GetValue(named, "LinkerTypeName");
        string signature = GetValue(named, "Signature") ?? "()";
        bool isKnown = !stub.Parameters.IsEmpty || signature == "()";
        return linker is null
            ? null
            : new EventContract(isOwn, eventName, linker, isKnown ? stub.Parameters : null, signature, GetHandlers(named), GetValue(named, "Declaration"));
    }

    private static string? GetValue(Dictionary<string, TypedConstant> named, string key) =>
        named.TryGetValue(key, out var value) ? value.Value as string : null;

    private static ImmutableArray<string> GetHandlers(Dictionary<string, TypedConstant> named) =>
        named.TryGetValue("Handlers", out var value) && !value.IsNull
            ? [.. value.Values.Select(static handler => handler.Value).OfType<string>()]
            : [];
}
