using Microsoft.CodeAnalysis;

namespace Pyventus.Roslyn;

/// <summary>Which classes generated code can create with <c>new T()</c>.</summary>
internal static class InstanceCreation
{
    /// <summary>Whether generated code can call <c>new T()</c>: there is a constructor without parameters that leaves no required member unset.</summary>
    /// <param name="type">A class.</param>
    /// <param name="mustBePublic">Whether a constructor that is only accessible to this assembly does not count.</param>
    /// <param name="symbols">The known symbols.</param>
    public static bool HasParameterlessConstructor(INamedTypeSymbol type, bool mustBePublic, KnownSymbols symbols)
    {
        foreach (IMethodSymbol constructor in type.InstanceConstructors)
        {
            bool isAccessible = mustBePublic
                ? constructor.DeclaredAccessibility == Accessibility.Public
                : GeneratedCodeAccess.WhyNotUsable(constructor, symbols) is null;
            if (constructor.Parameters.IsEmpty && isAccessible)
            {
                return SetsRequiredMembers(constructor, symbols);
            }
        }

        return false;
    }

    /// <summary>Whether no required member is left unset after the constructor.</summary>
    public static bool SetsRequiredMembers(IMethodSymbol constructor, KnownSymbols symbols) =>
        !HasRequiredMembers(constructor.ContainingType)
        || constructor.GetAttributes().Any(attribute => KnownSymbols.Same(attribute.AttributeClass, symbols.SetsRequiredMembersAttribute));

    private static bool HasRequiredMembers(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? level = type; level is not null; level = level.BaseType)
        {
            if (level.GetMembers().Any(static member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }))
            {
                return true;
            }
        }

        return false;
    }
}
