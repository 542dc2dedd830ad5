using Microsoft.CodeAnalysis;

namespace Pyventus.Analyzers;

/// <summary>What a compilation becomes.</summary>
internal static class OutputKindExtensions
{
    /// <summary>Whether it is started by itself, so that it is everything that runs but for assemblies loaded later.</summary>
    public static bool IsApplication(this OutputKind kind) =>
        kind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication;
}
