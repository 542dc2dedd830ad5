using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Pyventus.Generators.Models;
using Pyventus.Roslyn;

namespace Pyventus.Generators.Parsing;

/// <summary>
/// The types an argument converts to on its way from the contract to a handler: wider numbers, base types, interfaces and
/// nullable forms. Variance and user-defined conversions are not among them, nor are types that generated code cannot name: their
/// names mean other types there.
/// </summary>
internal static class ImplicitConversions
{
    /// <summary>The metadata names of the types, the type itself excluded.</summary>
    public static EquatableArray<string> From(ITypeSymbol type, KnownSymbols symbols)
    {
        var targets = ImmutableSortedSet.CreateBuilder(StringComparer.Ordinal);
        ITypeSymbol? underlying = TypeParser.GetUnderlying(type);
        if (underlying is not null)
        {
            AddNumbers(targets, underlying, Lift);
        }
        else if (type.IsValueType)
        {
            targets.Add(Lift(MetadataNames.Of(type)));
            AddNumbers(targets, type, static name => name);
            AddNumbers(targets, type, Lift);
        }

        // A nullable value is boxed as its underlying type.
        AddBaseTypes(targets, underlying ?? type, symbols);
        targets.Add("System.Object");
        targets.Remove(MetadataNames.Of(type));
        return ImmutableArray.CreateRange(targets);
    }

    /// <summary>The metadata names of the base classes and interfaces that can be event types.</summary>
    public static EquatableArray<string> GetBaseTypes(ITypeSymbol type, KnownSymbols symbols)
    {
        var targets = ImmutableSortedSet.CreateBuilder(StringComparer.Ordinal);
        AddBaseTypes(targets, type, symbols);
        return ImmutableArray.CreateRange(targets);
    }

    private static void AddBaseTypes(ImmutableSortedSet<string>.Builder targets, ITypeSymbol type, KnownSymbols symbols)
    {
        for (INamedTypeSymbol? level = type.BaseType; level is not null; level = level.BaseType)
        {
            AddBaseType(targets, level, symbols);
        }

        foreach (INamedTypeSymbol implemented in type.AllInterfaces)
        {
            // Numbers have many interfaces, most of which cannot be payload.
            if (!UnsupportedTypes.HasStaticAbstractMembers(implemented))
            {
                AddBaseType(targets, implemented, symbols);
            }
        }
    }

    private static void AddBaseType(ImmutableSortedSet<string>.Builder targets, INamedTypeSymbol type, KnownSymbols symbols)
    {
        if (GeneratedCodeAccess.WhyNotNameable(type, symbols) is null)
        {
            targets.Add(MetadataNames.Of(type));
        }
    }

    private static void AddNumbers(ImmutableSortedSet<string>.Builder targets, ITypeSymbol type, Func<string, string> form)
    {
        foreach (string name in GetWiderNumbers(type.SpecialType))
        {
            targets.Add(form(name));
        }
    }

    private static string Lift(string name) => "System.Nullable`1[" + name + "]";

    private static string[] GetWiderNumbers(SpecialType type) => type switch
    {
        SpecialType.System_SByte => ["System.Int16", "System.Int32", "System.Int64", "System.IntPtr", "System.Single", "System.Double", "System.Decimal"],
        SpecialType.System_Byte => ["System.Int16", "System.UInt16", .. GetWiderNumbers(SpecialType.System_UInt16)],
        SpecialType.System_Int16 => ["System.Int32", .. GetWiderNumbers(SpecialType.System_Int32)],
        SpecialType.System_UInt16 => ["System.Int32", "System.UInt32", "System.IntPtr", .. GetWiderNumbers(SpecialType.System_UInt32)],
        SpecialType.System_Char => ["System.UInt16", .. GetWiderNumbers(SpecialType.System_UInt16)],
        SpecialType.System_Int32 => ["System.Int64", "System.IntPtr", .. GetWiderNumbers(SpecialType.System_Int64)],
        SpecialType.System_UInt32 => ["System.Int64", "System.UInt64", "System.UIntPtr", .. GetWiderNumbers(SpecialType.System_UInt64)],
        SpecialType.System_IntPtr => ["System.Int64", .. GetWiderNumbers(SpecialType.System_Int64)],
        SpecialType.System_UIntPtr => ["System.UInt64", .. GetWiderNumbers(SpecialType.System_UInt64)],
        SpecialType.System_Int64 or SpecialType.System_UInt64 => ["System.Single", "System.Double", "System.Decimal"],
        SpecialType.System_Single => ["System.Double"],
        _ => [],
    };
}
