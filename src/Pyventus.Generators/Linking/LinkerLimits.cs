using System.Collections.Immutable;
using Pyventus.Generators.Models;

namespace Pyventus.Generators.Linking;

/// <summary>Puts what was found about the linkers of the assembly in order.</summary>
internal static class LinkerLimits
{
    /// <summary>The limits by linker, each once: every part of a partial class may repeat its base.</summary>
    public static EquatableArray<LinkerLimitModel> Merge(EquatableArray<LinkerLimitModel> found) =>
        ImmutableArray.CreateRange(found
            .Distinct()
            .OrderBy(static limit => limit.Linker.MetadataName, StringComparer.Ordinal));
}
