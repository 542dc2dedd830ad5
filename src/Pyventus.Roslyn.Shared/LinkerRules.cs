using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Pyventus.Roslyn;

/// <summary>Which linker types an attribute may name (PYV1007).</summary>
internal static class LinkerRules
{
    /// <summary>The <c>Linker</c> argument of the attribute; null when it is absent or null.</summary>
    public static ITypeSymbol? GetLinker(AttributeData attribute) => AttributeArguments.GetNamed(attribute, "Linker") as ITypeSymbol;

    public static void Check(AttributeData attribute, KnownSymbols symbols, ImmutableArray<HandlerProblem>.Builder problems)
    {
        if (GetLinker(attribute) is { } linker && WhyNotALinker(linker, symbols) is { } reason)
        {
            problems.Add(new HandlerProblem(
                DiagnosticIds.InvalidLinker,
                HandlerProblemPlace.AttributeLinker,
                0,
                $"linker '{linker.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'",
                reason));
        }
    }

    /// <summary>Why no attribute may name the type as its linker, or null when it may.</summary>
    public static string? WhyNotALinker(ITypeSymbol type, KnownSymbols symbols)
    {
        // EventLinker's own constructor has optional parameters only, and the runtime creates that one itself.
        if (KnownSymbols.Same(type, symbols.EventLinker))
        {
            return null;
        }

        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class } named || !UnsupportedTypes.DerivesFrom(named, symbols.EventLinker))
        {
            return "it does not derive from EventLinker; name a class that does";
        }

        for (INamedTypeSymbol? level = named; level is not null; level = level.ContainingType)
        {
            if (level.Arity > 0)
            {
                return "a generic linker is not supported; derive a class from it that is not generic";
            }
        }

        if (named.IsAbstract)
        {
            return "it is abstract; name a concrete linker";
        }

        if (GeneratedCodeAccess.WhyNotNameable(named, symbols) is { } inaccessible)
        {
            return inaccessible;
        }

        return InstanceCreation.HasParameterlessConstructor(named, mustBePublic: true, symbols) ? null : "it has no public parameterless constructor that can be called without more; add one";
    }
}
