using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Pyventus.Roslyn;

/// <summary>What generated code, which lives in a type of its own in the same assembly, may name and call.</summary>
internal static class GeneratedCodeAccess
{
    /// <summary>Why generated code cannot name the type, or null when it can.</summary>
    public static string? WhyNotNameable(ITypeSymbol type, KnownSymbols symbols)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                return WhyNotNameable(array.ElementType, symbols);
            case INamedTypeSymbol { IsTupleType: true } tuple:
                return FirstReason(tuple.TupleElements.SelectAsArray(static element => element.Type), symbols);
            case INamedTypeSymbol named:
                for (INamedTypeSymbol? level = named; level is not null; level = level.ContainingType)
                {
                    if (WhyNotUsable(level, symbols) is { } reason)
                    {
                        return reason;
                    }

                    if (FirstReason(level.TypeArguments, symbols) is { } argumentReason)
                    {
                        return argumentReason;
                    }
                }

                return null;
            default:
                return null;
        }
    }

    /// <summary>Why generated code cannot use this one member or type, its containing types not considered; null when it can.</summary>
    public static string? WhyNotUsable(ISymbol symbol, KnownSymbols symbols)
    {
        if (symbol is INamedTypeSymbol { IsFileLocal: true })
        {
            return $"'{Display(symbol)}' is file-local; remove 'file'";
        }

        if (!IsAtLeastInternal(symbol, symbols))
        {
            return $"'{Display(symbol)}' is {Describe(symbol.DeclaredAccessibility)}; make it internal or public";
        }

        if (symbol is INamedTypeSymbol { ContainingAssembly: { } assembly } type)
        {
            if (!IsInGlobalNamespace(assembly, symbols.Compilation))
            {
                return $"'{Display(symbol)}' is only reachable through an extern alias; reference its assembly without one";
            }

            if (IsHidden(type, symbols.Compilation.Assembly))
            {
                return $"'{Display(symbol)}' is hidden by a type of this assembly with the same name; rename one of them";
            }
        }

        return IsObsoleteError(symbol, symbols)
            ? $"'{Display(symbol)}' is marked [Obsolete] as an error, so nothing may use it; remove the attribute or its 'true'"
            : null;
    }

    /// <summary>Whether types of the assembly can be named with <c>global::</c>.</summary>
    public static bool IsInGlobalNamespace(IAssemblySymbol assembly, Compilation compilation)
    {
        ImmutableArray<string> aliases = compilation.GetMetadataReference(assembly)?.Properties.Aliases ?? [];
        return aliases.IsDefaultOrEmpty || aliases.Contains("global");
    }

    // The compiler takes the type of the source, with a warning where both are accessible (CS0436).
    private static bool IsHidden(INamedTypeSymbol type, IAssemblySymbol source) =>
        type.ContainingType is null
        && !KnownSymbols.Same(type.ContainingAssembly, source)
        && source.GetTypeByMetadataName(MetadataNames.OfDefinition(type)) is not null;

    private static string Display(ISymbol symbol) => symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    private static bool IsAtLeastInternal(ISymbol symbol, KnownSymbols symbols)
    {
        return symbol.DeclaredAccessibility switch
        {
            Accessibility.Public => true,
            Accessibility.Internal or Accessibility.ProtectedOrInternal =>
                symbol.ContainingAssembly is not { } owner
                || KnownSymbols.Same(owner, symbols.Compilation.Assembly)
                || owner.GivesAccessTo(symbols.Compilation.Assembly),

            // Type parameters, dynamic and the like have none; other rules speak about them.
            Accessibility.NotApplicable => true,
            _ => false,
        };
    }

    private static bool IsObsoleteError(ISymbol symbol, KnownSymbols symbols)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (KnownSymbols.Same(attribute.AttributeClass, symbols.ObsoleteAttribute)
                && attribute.ConstructorArguments is { Length: 2 } arguments
                && arguments[1].Value is true)
            {
                return true;
            }
        }

        return false;
    }

    private static string? FirstReason(ImmutableArray<ITypeSymbol> types, KnownSymbols symbols)
    {
        foreach (ITypeSymbol type in types)
        {
            if (WhyNotNameable(type, symbols) is { } reason)
            {
                return reason;
            }
        }

        return null;
    }

    private static ImmutableArray<ITypeSymbol> SelectAsArray(this ImmutableArray<IFieldSymbol> fields, Func<IFieldSymbol, ITypeSymbol> selector) =>
        ImmutableArray.CreateRange(fields, selector);

    private static string Describe(Accessibility accessibility) => accessibility switch
    {
        Accessibility.Private => "private",
        Accessibility.Protected => "protected",
        Accessibility.ProtectedAndInternal => "private protected",
        _ => "internal to another assembly",
    };
}
