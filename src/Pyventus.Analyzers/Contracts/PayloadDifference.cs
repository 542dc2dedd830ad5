using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>What makes the payload of a handler another one than its event's.</summary>
/// <param name="Parameter">The first parameter to change; null when none stands out.</param>
/// <param name="Types">The types the payload parameters should have; null for one that may stay.</param>
/// <param name="RemovedDefaults">How many leading payload parameters should lose their default values.</param>
internal sealed record PayloadDifference(IParameterSymbol? Parameter, ImmutableArray<ITypeSymbol?> Types, int RemovedDefaults)
{
    /// <param name="payload">The payload parameters of the handler.</param>
    /// <param name="contract">The event.</param>
    /// <param name="isMatched">Whether the handler gets the event through a pattern, and so has no say in its contract.</param>
    /// <param name="compilation">The compilation.</param>
    public static PayloadDifference Find(ImmutableArray<IParameterSymbol> payload, KnownEvent contract, bool isMatched, Compilation compilation)
    {
        if (contract.Parameters is not { } expected)
        {
            return new PayloadDifference(null, [], 0);
        }

        bool isDeclared = contract.Declaration is not null;
        int count = Math.Min(payload.Length, expected.Length);
        IEnumerable<int> common = Enumerable.Range(0, count);
        int[] types = [.. common.Where(index => !PayloadConversion.Exists(expected[index].Type, payload[index].Type, compilation))];
        int[] defaults = [.. common.Where(index => !isMatched && HasOtherDefault(payload[index], expected[index], isDeclared))];
        int[] excess = [.. Enumerable.Range(count, payload.Length - count).Where(index => !((isDeclared || isMatched) && ParameterRules.HasDefault(payload[index])))];
        if (types.Length == 0 && excess.Length == 0 && !(isDeclared && defaults.Length > 0))
        {
            // The contract has each type that all handlers accept, so it is one that is merely related.
            types = [.. common.Where(index => !SymbolEqualityComparer.Default.Equals(expected[index].Type, payload[index].Type))];
        }

        int first = types.Concat(defaults).Concat(excess).DefaultIfEmpty(-1).First();
        return new PayloadDifference(
            first < 0 ? null : payload[first],
            [.. common.Select(index => types.Contains(index) ? expected[index].Type : null)],
            defaults.Length == 0 ? 0 : defaults[defaults.Length - 1] + 1);
    }

    /// <summary>Whether a default value of the handler contradicts one of the declared contract.</summary>
    public static bool HasOtherDefault(ImmutableArray<IParameterSymbol> payload, KnownEvent declared) =>
        declared.Parameters is { } expected && payload.Zip(expected, static (parameter, other) => HasOtherDefault(parameter, other, isDeclared: true)).Any(static differs => differs);

    /// <summary>Whether the default value of a parameter contradicts the contract; a declared contract leaves what it requires to the handler.</summary>
    private static bool HasOtherDefault(IParameterSymbol parameter, IParameterSymbol expected, bool isDeclared) =>
        parameter.HasExplicitDefaultValue
        && (expected.HasExplicitDefaultValue ? !Equals(parameter.ExplicitDefaultValue, expected.ExplicitDefaultValue) : !isDeclared);
}
