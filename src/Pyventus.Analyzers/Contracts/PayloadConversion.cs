using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Pyventus.Analyzers;

/// <summary>
/// The conversions an argument may undergo on its way to a handler: reference and boxing conversions, numeric widening,
/// and both lifted to nullable values. The runtime's rule is the same.
/// </summary>
internal static class PayloadConversion
{
    /// <summary>Whether a value of one type is accepted where the other is expected; true where only the run time can tell.</summary>
    public static bool Exists(ITypeSymbol source, ITypeSymbol target, Compilation compilation)
    {
        if (IsUnknown(source) || IsUnknown(target))
        {
            return true;
        }

        var conversion = compilation.ClassifyConversion(source, target);
        return conversion is { IsImplicit: true, IsNullable: true }
            ? Exists(GetUnderlying(source), GetUnderlying(target), compilation)
            : conversion.IsIdentity
                || (conversion is { IsImplicit: true, IsUserDefined: false }
                    && (conversion.IsNumeric || conversion.IsReference || conversion.IsBoxing));
    }

    private static ITypeSymbol GetUnderlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static bool IsUnknown(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.TypeParameter or TypeKind.Error } => true,
        IArrayTypeSymbol array => IsUnknown(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsUnknown),
        _ => false,
    };
}
