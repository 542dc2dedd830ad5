using System.Collections.Immutable;
using Pyventus.Generators.Models;
using Pyventus.Roslyn;

namespace Pyventus.Generators.Linking;

/// <summary>
/// Tells call sites which event of this assembly's table they emit, and what its handlers take where the arguments only convert to it: the compiler converts
/// them without reflection, and boxes none but for an object or interface. Whether an emission finds just these handlers is known when it runs.
/// </summary>
internal static class EmittedContracts
{
    /// <summary>The contracts of the events that can be called directly, in the ordinal order of their names. An event with others in another linker has none.</summary>
    public static EquatableArray<EmittedContractModel> Find(EquatableArray<EventModel> events, AssemblyModel assembly, CancellationToken cancellationToken) =>
        ImmutableArray.CreateRange(events
            .Where(static model => model.Key.Name is not null && model.IsDirect)
            .GroupBy(static model => model.Key.Name!, model => GetContract(model, assembly), StringComparer.Ordinal)
            .Where(static same => same.Select(static contract => contract with { Bound = null }).Distinct().Count() == 1)
            .OrderBy(static same => same.Key, StringComparer.Ordinal)
            .Select(static same => same.OrderBy(static contract => contract.Bound is null).First()));

    /// <summary>The file with the contracts of the events that are emitted with arguments of other types.</summary>
    public static CallSiteFileModel Apply(CallSiteFileModel file, EquatableArray<EmittedContractModel> contracts) =>
        file with { Sites = ImmutableArray.CreateRange(file.Sites.Select(site => Apply(site, contracts))) };

    private static CallSiteModel Apply(CallSiteModel site, EquatableArray<EmittedContractModel> contracts)
    {
        if (site.EventName is not { } name || site.IsGeneric || Find(name, contracts) is not { } contract)
        {
            return site;
        }

        return site.Arguments.Select(static argument => argument.MetadataName).SequenceEqual(contract.MetadataNames, StringComparer.Ordinal) ? site with { Bound = contract.Bound }
            : Converts(site.Arguments, contract.MetadataNames) ? site with { Contract = contract.Types }
            : site;
    }

    private static EmittedContractModel GetContract(EventModel model, AssemblyModel assembly) => new()
    {
        EventName = model.Key.Name!,
        Bound = model.IsPlain && model.Linker.MetadataName == WellKnownNames.EventLinker
            ? new BoundEventModel { Table = $"global::{WellKnownNames.GeneratedNamespace}.{assembly.TableName}", Event = "Event_" + model.Identifier }
            : null,
        Types = ImmutableArray.CreateRange(model.Contract.Select(static parameter => parameter.Type.ErasedCode)),
        MetadataNames = ImmutableArray.CreateRange(model.Contract.Select(static parameter => parameter.Type.MetadataName)),
    };

    private static EmittedContractModel? Find(string name, EquatableArray<EmittedContractModel> contracts)
    {
        int first = 0;
        int end = contracts.Count;
        while (first < end)
        {
            int middle = (first + end) / 2;
            int order = string.CompareOrdinal(contracts[middle].EventName, name);
            if (order == 0)
            {
                return contracts[middle];
            }

            (first, end) = order < 0 ? (middle + 1, end) : (first, middle);
        }

        return null;
    }

    // Defaults are not filled in: the handlers that are found when it runs may have others.
    private static bool Converts(EquatableArray<ArgumentModel> arguments, EquatableArray<string> types) =>
        arguments.Count == types.Count && arguments.Zip(types, static (argument, type) => argument.IsAccepted(type)).All(static accepted => accepted);
}
