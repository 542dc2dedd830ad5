using System.Collections.Immutable;
using Pyventus.Generators.Models;

namespace Pyventus.Generators.Linking;

/// <summary>
/// The contract of an event that methods with <c>[Emits]</c> declare: the parameters of the first of them by type and
/// member, each optional if one of them makes it so. A declaration that disagrees has an error (PYV1010) and no say.
/// </summary>
internal sealed class DeclaredContract
{
    private DeclaredContract(DeclarationModel first, ParameterModel[] parameters)
    {
        Declaration = first.TypeName + "." + first.Method.Name.TrimStart('@');
        Parameters = ImmutableArray.CreateRange(parameters.Select(ContractBuilder.ToContract));
    }

    /// <summary>The method that declares the event, as messages name it.</summary>
    public string Declaration { get; }

    /// <summary>The arguments of the event.</summary>
    public EquatableArray<ContractParameterModel> Parameters { get; }

    /// <summary>The contract that the declarations of one event make; null when there is none.</summary>
    public static DeclaredContract? Create(IReadOnlyList<DeclarationModel> declarations)
    {
        if (declarations.Count == 0)
        {
            return null;
        }

        DeclarationModel[] sorted =
        [
            .. declarations.OrderBy(static declaration => declaration.TypeName, StringComparer.Ordinal)
                .ThenBy(static declaration => declaration.MemberIndex),
        ];
        DeclarationModel[] agreeing = [.. sorted.Where(declaration => HasSameTypes(declaration.Payload, sorted[0].Payload))];
        return new DeclaredContract(
            sorted[0],
            [
                .. sorted[0].Payload.Select((parameter, index) =>
                    parameter with { Default = agreeing.Select(declaration => declaration.Payload[index].Default).FirstOrDefault(static value => value is not null) }),
            ]);
    }

    /// <summary>
    /// Whether the handler takes a leading part of the contract, with default values of its own only for what the contract
    /// does not have.
    /// </summary>
    public bool Accepts(HandlerModel handler)
    {
        ParameterModel[] payload = ContractBuilder.GetPayload(handler);
        return ContractBuilder.TakesLeadingPart(payload, Parameters)
            && payload.Zip(Parameters, static (parameter, argument) => ContractBuilder.IsSame(argument.Default, parameter.Default)).All(static same => same);
    }

    private static bool HasSameTypes(EquatableArray<ParameterModel> left, EquatableArray<ParameterModel> right) =>
        left.Select(static parameter => parameter.Type.MetadataName).SequenceEqual(right.Select(static parameter => parameter.Type.MetadataName), StringComparer.Ordinal);
}
