using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Pyventus.Generators.Models;
using Pyventus.Roslyn;

namespace Pyventus.Generators.Parsing;

/// <summary>Finds the tables of referenced assemblies, direct and transitive.</summary>
internal static class ReferencedTableParser
{
    /// <summary>The C# names of the table classes this compilation can register.</summary>
    public static EquatableArray<string> Parse(Compilation compilation, CancellationToken cancellationToken)
    {
        if (CompilationContext.Of(compilation).Symbols is not { } symbols)
        {
            return default;
        }

        var tables = ImmutableSortedSet.CreateBuilder(StringComparer.Ordinal);
        foreach (IAssemblySymbol assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (MayHaveTable(assembly) && FindTable(assembly, symbols) is { } table)
            {
                tables.Add(TypeParser.Parse(table).Code);
            }
        }

        return ImmutableArray.CreateRange(tables);
    }

    // Reading attributes costs; almost every reference is ruled out by the names of its own references.
    private static bool MayHaveTable(IAssemblySymbol assembly)
    {
        foreach (IModuleSymbol module in assembly.Modules)
        {
            foreach (AssemblyIdentity reference in module.ReferencedAssemblies)
            {
                if (string.Equals(reference.Name, WellKnownNames.RuntimeAssembly, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // A table of another ABI is the analyzer's to report (PYV1503).
    private static INamedTypeSymbol? FindTable(IAssemblySymbol assembly, KnownSymbols symbols)
    {
        foreach (AttributeData attribute in assembly.GetAttributes())
        {
            if (KnownSymbols.Same(attribute.AttributeClass, symbols.LinkerTableAttribute)
                && attribute.ConstructorArguments is { Length: 2 } arguments
                && arguments[0].Value is INamedTypeSymbol { TypeKind: TypeKind.Class } table
                && arguments[1].Value is WellKnownNames.AbiVersion
                && GeneratedCodeAccess.WhyNotNameable(table, symbols) is null)
            {
                return table;
            }
        }

        return null;
    }
}
