using Microsoft.CodeAnalysis;

namespace Pyventus.Roslyn;

/// <summary>Chooses the constructor that a service provider's handlers are created with.</summary>
internal static class HandlerConstructors
{
    /// <summary>
    /// The constructor marked <c>[ActivatorUtilitiesConstructor]</c>, or else the public one, or else the accessible one,
    /// with the most parameters; null when generated code cannot call it or there is none.
    /// </summary>
    public static IMethodSymbol? Find(INamedTypeSymbol type, KnownSymbols symbols)
    {
        if (type.IsAbstract)
        {
            return null;
        }

        IMethodSymbol? chosen = type.InstanceConstructors.FirstOrDefault(constructor => constructor.GetAttributes().Any(attribute =>
            KnownSymbols.Same(attribute.AttributeClass, symbols.ActivatorUtilitiesConstructorAttribute)));
        if (chosen is null)
        {
            // Sorting is stable: of equal ones, the first declared.
            chosen = type.InstanceConstructors
                .Where(constructor => IsUsable(constructor, symbols))
                .OrderByDescending(static constructor => constructor.DeclaredAccessibility == Accessibility.Public)
                .ThenByDescending(static constructor => constructor.Parameters.Length)
                .FirstOrDefault();
        }

        return chosen is not null && IsUsable(chosen, symbols) && InstanceCreation.SetsRequiredMembers(chosen, symbols) ? chosen : null;
    }

    private static bool IsUsable(IMethodSymbol constructor, KnownSymbols symbols) =>
        GeneratedCodeAccess.WhyNotUsable(constructor, symbols) is null
        && !constructor.IsVararg
        && constructor.Parameters.All(parameter =>
            !HandlerRules.ContainsError(parameter.Type)
            && ServiceRules.WhyNotAService(parameter, symbols) is null
            && ServiceRules.WhyNotNameable(parameter, symbols) is null);
}
