using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>The contracts of named events that the generated tables of a compilation and of its references state.</summary>
internal sealed class ContractTable
{
    private readonly Dictionary<string, ImmutableArray<EventContract>> _contracts;

    private ContractTable(IEnumerable<EventContract> contracts) =>
        _contracts = contracts
            .GroupBy(static contract => contract.EventName, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.ToImmutableArray(), StringComparer.Ordinal);

    /// <summary>Reads the tables when they are first needed.</summary>
    public static Lazy<ContractTable> Create(KnownSymbols symbols) => new(() => new ContractTable(
        GetAssemblies(symbols.Compilation).SelectMany(assembly => LinkerTableReader.Read(assembly, symbols))));

    /// <summary>The contracts of the event, one for each linker type and assembly.</summary>
    public ImmutableArray<EventContract> Find(string eventName) =>
        _contracts.TryGetValue(eventName, out var contracts) ? contracts : [];

    /// <summary>The contracts that emissions of the event are held against: for each linker type the declared one, else the longest, with the most optional arguments.</summary>
    public ImmutableArray<EventContract> FindByLinker(string eventName) =>
    [
        .. Find(eventName)
            .GroupBy(static contract => contract.Linker, StringComparer.Ordinal)
            .OrderBy(static group => group.Key, StringComparer.Ordinal)
            .Select(static group => group
                .OrderByDescending(static contract => contract.Declaration is not null)
                .ThenByDescending(static contract => contract.Parameters?.Length ?? int.MaxValue)
                .ThenBy(static contract => contract.RequiredCount)
                .First()),
    ];

    private static IEnumerable<IAssemblySymbol> GetAssemblies(Compilation compilation) =>
        compilation.SourceModule.ReferencedAssemblySymbols
            .Where(static assembly => assembly.Modules.Any(static module =>
                module.ReferencedAssemblies.Any(static name => name.Name == WellKnownNames.RuntimeAssembly)))
            .Prepend(compilation.Assembly);
}
