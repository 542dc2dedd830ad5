using System.Collections.Immutable;
using Pyventus.Generators.Models;

namespace Pyventus.Generators.Linking;

/// <summary>Finds files with the same content: the compiler, which goes by the content, could not say which of them a call is in.</summary>
internal static class RepeatedFiles
{
    public static EquatableArray<string> Find(ImmutableArray<string> contentHashes, CancellationToken cancellationToken) =>
        ImmutableArray.CreateRange(contentHashes
            .GroupBy(static hash => hash, StringComparer.Ordinal)
            .Where(static same => same.Skip(1).Any())
            .Select(static same => same.Key)
            .OrderBy(static hash => hash, StringComparer.Ordinal));
}
