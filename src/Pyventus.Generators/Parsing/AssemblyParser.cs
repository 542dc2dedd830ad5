using Microsoft.CodeAnalysis;
using Pyventus.Generators.Linking;
using Pyventus.Generators.Models;

namespace Pyventus.Generators.Parsing;

/// <summary>What the output depends on of the compilation itself.</summary>
internal static class AssemblyParser
{
    public static AssemblyModel Parse(Compilation compilation, CancellationToken cancellationToken)
    {
        string name = compilation.AssemblyName ?? "";
        string identifier = StableNames.ToIdentifier(name);
        return new AssemblyModel
        {
            Name = name,
            Identifier = identifier == name ? identifier : identifier + "_" + StableHash.Short(name),
        };
    }
}
