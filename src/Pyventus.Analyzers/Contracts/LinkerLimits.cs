using Microsoft.CodeAnalysis;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>How many subscribers the events of linkers may have, as the generated tables of a compilation and of its references say.</summary>
internal sealed class LinkerLimits
{
    private const string LinkerLimitAttribute = "Pyventus.CompilerServices.LinkerLimitAttribute";

    private readonly Dictionary<string, int> _limits = new(StringComparer.Ordinal);

    private LinkerLimits(Compilation compilation)
    {
        var attribute = compilation.GetTypeByMetadataName(LinkerLimitAttribute);
        foreach (var limit in compilation.SourceModule.ReferencedAssemblySymbols
            .Prepend(compilation.Assembly)
            .SelectMany(static assembly => assembly.GetAttributes())
            .Where(limit => KnownSymbols.Same(limit.AttributeClass, attribute)))
        {
            if (limit.ConstructorArguments is { Length: 2 } arguments && arguments[0].Value is ITypeSymbol linker && arguments[1].Value is int maximum)
            {
                _limits[MetadataNames.Of(linker)] = maximum;
            }
        }
    }

    /// <summary>Reads the limits when they are first needed.</summary>
    public static Lazy<LinkerLimits> Create(KnownSymbols symbols) => new(() => new LinkerLimits(symbols.Compilation));

    /// <summary>The limit of the linker type; null when none is known.</summary>
    public int? Find(string linker) => _limits.TryGetValue(linker, out int limit) ? limit : null;
}
