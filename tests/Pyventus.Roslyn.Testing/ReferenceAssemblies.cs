using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;

namespace Pyventus.Roslyn.Testing;

/// <summary>What a compilation under test references: .NET 8 and Pyventus, as its oldest consumers do.</summary>
public static class ReferenceAssemblies
{
    /// <summary>The built Pyventus.dll for net8.0.</summary>
    public static MetadataReference Pyventus { get; } = LoadPyventus();

    /// <summary>.NET 8 and Pyventus.</summary>
    public static ImmutableArray<MetadataReference> All { get; } = [.. Net80.References.All, Pyventus];

    private static PortableExecutableReference LoadPyventus()
    {
        const string Name = "Pyventus.dll";
        using Stream stream = typeof(ReferenceAssemblies).Assembly.GetManifestResourceStream(Name)
            ?? throw new InvalidOperationException($"The resource {Name} is missing.");
        return MetadataReference.CreateFromStream(stream, filePath: Name);
    }
}
