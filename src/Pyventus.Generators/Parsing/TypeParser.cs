using System.Text;
using Microsoft.CodeAnalysis;
using Pyventus.Generators.Models;
using Pyventus.Roslyn;

namespace Pyventus.Generators.Parsing;

/// <summary>Turns a type into what generated code needs to know of it.</summary>
internal static class TypeParser
{
    private static readonly SymbolDisplayFormat _erased =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.ExpandValueTuple);

    private static readonly SymbolDisplayFormat _annotated =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat _display = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: _annotated.MiscellaneousOptions);

    public static TypeModel Parse(ITypeSymbol type) => new()
    {
        Code = Format(type, _annotated),
        ErasedCode = Format(type, _erased),
        Display = type.ToDisplayString(_display),
        MetadataName = MetadataNames.Of(type),
        ShortName = MetadataNames.ShortOf(type),
        NullableOf = GetUnderlying(type) is { } underlying ? MetadataNames.Of(underlying) : null,
        IsPublic = IsPublic(type),
        IsReference = type.IsReferenceType,
        IsPlainValue = type is INamedTypeSymbol { IsValueType: true, IsGenericType: false },
    };

    /// <summary>The C# name of the type as a partial method has to repeat it: like <see cref="TypeModel.Code"/>, but <c>dynamic</c> stays.</summary>
    public static string FormatDeclared(ITypeSymbol type) => type.ToDisplayString(_annotated);

    /// <summary>The C# name of a namespace, to declare it.</summary>
    public static string FormatNamespace(INamespaceSymbol containing) =>
        containing.ToDisplayString(_annotated.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted));

    /// <summary>The <c>T</c> of <c>T?</c> for a nullable value type.</summary>
    public static ITypeSymbol? GetUnderlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : null;

    // A dynamic argument would bind the call at run time; as an object it is passed the same way.
    private static string Format(ITypeSymbol type, SymbolDisplayFormat format)
    {
        var code = new StringBuilder();
        foreach (SymbolDisplayPart part in type.ToDisplayParts(format))
        {
            code.Append(part.Kind == SymbolDisplayPartKind.Keyword && part.ToString() == "dynamic" ? "object" : part.ToString());
        }

        return code.ToString();
    }

    private static bool IsPublic(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            return IsPublic(array.ElementType);
        }

        for (INamedTypeSymbol? level = type as INamedTypeSymbol; level is not null; level = level.ContainingType)
        {
            if (level.DeclaredAccessibility is not (Accessibility.Public or Accessibility.NotApplicable) || !level.TypeArguments.All(IsPublic))
            {
                return false;
            }
        }

        return true;
    }
}
