using Microsoft.CodeAnalysis;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>Events of attributes as messages write them.</summary>
internal static class EventReferenceText
{
    /// <summary>The name in double quotes, or the type in single ones.</summary>
    public static string Describe(EventReference reference) =>
        reference.Type is { } type
            ? $"'{type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'"
            : KnownEvent.Quote(reference.Name!);
}
