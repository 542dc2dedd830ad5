using System.Collections.Immutable;
using Pyventus.Generators.Models;

namespace Pyventus.Generators.Linking;

/// <summary>
/// Finds what the handlers of a named event agree on: the longest payload of which every other is a leading part, with,
/// at each position, the type that converts to all.
/// </summary>
/// <remarks>
/// When they do not all agree, the first of the longest payloads begins as the contract and the others join it in the
/// order in which they run. One can join when the contract converts to it, or when its types are narrower and convert to
/// those of all who joined before; these are then the contract's. Who cannot is asked again until nobody more can join:
/// in the end, everyone left out differs from the contract itself.
/// <para>
/// Only the handlers of this assembly count. One that disagrees with the table of a reference is linked nevertheless: its
/// error (PYV1106) stops the build, and to leave it out the pipeline would have to read the references' contracts.
/// </para>
/// </remarks>
internal sealed class ContractBuilder
{
    private readonly List<ParameterModel[]> _accepted;
    private ParameterModel[] _contract;

    private ContractBuilder(ParameterModel[] lead, ParameterModel[] contract)
    {
        _accepted = [lead];
        _contract = contract;
    }

    /// <summary>The contract, and the handlers that fit it in the order given; the first of the longest always fits.</summary>
    public static (EquatableArray<ContractParameterModel> Contract, ImmutableArray<HandlerModel> Handlers) Build(IReadOnlyList<HandlerModel> handlers)
    {
        ParameterModel[][] payloads = [.. handlers.Select(GetPayload)];
        int lead = 0;
        for (int index = 1; index < payloads.Length; index++)
        {
            lead = payloads[index].Length > payloads[lead].Length ? index : lead;
        }

        // If not all agree, one that does not fit has no say.
        ParameterModel[] narrowed = [.. payloads[lead].Select((parameter, position) => Narrow(parameter, position, payloads))];
        return Fit(handlers, payloads, lead, narrowed) is { Handlers.Length: var count } agreed && count == handlers.Count
            ? agreed
            : Fit(handlers, payloads, lead, payloads[lead]);
    }

    /// <summary>The parameters of a handler that the emission's arguments fill.</summary>
    public static ParameterModel[] GetPayload(HandlerModel handler) =>
        [.. handler.Call.Parameters.Where(static parameter => parameter.Kind == ParameterKind.Payload)];

    /// <summary>Whether the payload takes a leading part of the arguments; what it has beyond them keeps its default values.</summary>
    public static bool TakesLeadingPart(ParameterModel[] payload, EquatableArray<ContractParameterModel> contract) =>
        payload.Select((parameter, index) => index < contract.Count ? parameter.Accepts(contract[index]) : parameter.Default is not null).All(static fits => fits);

    /// <summary>What the contract says of a parameter.</summary>
    public static ContractParameterModel ToContract(ParameterModel parameter) =>
        new() { Name = parameter.Name, Type = parameter.Type, ConvertsTo = parameter.ConvertsTo, Default = parameter.Default };

    /// <summary>Whether an argument of the one is accepted by the other.</summary>
    public static bool Converts(ParameterModel from, ParameterModel to) =>
        string.Equals(from.Type.MetadataName, to.Type.MetadataName, StringComparison.Ordinal) || from.ConvertsTo.Contains(to.Type.MetadataName);

    /// <summary>Whether the default values do not contradict each other; none contradicts nothing.</summary>
    public static bool IsSame(DefaultModel? value, DefaultModel? other) =>
        value is null || other is null || (value.IsNull == other.IsNull && string.Equals(value.Code, other.Code, StringComparison.Ordinal));

    private static (EquatableArray<ContractParameterModel> Contract, ImmutableArray<HandlerModel> Handlers) Fit(
        IReadOnlyList<HandlerModel> handlers, ParameterModel[][] payloads, int lead, ParameterModel[] contract)
    {
        var builder = new ContractBuilder(payloads[lead], contract);
        List<int> left = [.. Enumerable.Range(0, payloads.Length).Where(index => index != lead)];
        while (left.RemoveAll(index => builder.TryAdd(payloads[index])) > 0)
        {
            // Who joined may have narrowed the contract to what suits one that was refused before.
        }

        return (ImmutableArray.CreateRange(builder._contract.Select(ToContract)), [.. handlers.Where((_, index) => !left.Contains(index))]);
    }

    // The type that converts to all, if there is one.
    private static ParameterModel Narrow(ParameterModel lead, int position, ParameterModel[][] payloads)
    {
        var all = payloads.Where(payload => payload.Length > position).Select(payload => payload[position]).ToList();
        ParameterModel? narrowest = all.Find(candidate => all.TrueForAll(other => Converts(candidate, other)));
        return narrowest is null || lead.Default?.Fits(narrowest.Type) == false ? lead : lead with { Type = narrowest.Type, ConvertsTo = narrowest.ConvertsTo };
    }

    private bool TryAdd(ParameterModel[] payload)
    {
        var merged = (ParameterModel[])_contract.Clone();
        for (int index = 0; index < payload.Length; index++)
        {
            if (Merge(index, payload[index]) is not { } parameter)
            {
                return false;
            }

            merged[index] = parameter;
        }

        _contract = merged;
        _accepted.Add(payload);
        return true;
    }

    private ParameterModel? Merge(int index, ParameterModel parameter)
    {
        ParameterModel current = _contract[index];
        if (!Converts(current, parameter))
        {
            if (!_accepted.All(other => other.Length <= index || Converts(parameter, other[index])))
            {
                return null;
            }

            current = current with { Type = parameter.Type, ConvertsTo = parameter.ConvertsTo };
        }

        DefaultModel? value = current.Default ?? parameter.Default;
        return value is null || (value.Fits(current.Type) && IsSame(value, parameter.Default)) ? current with { Default = value } : null;
    }
}
