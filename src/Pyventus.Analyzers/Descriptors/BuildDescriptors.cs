using Microsoft.CodeAnalysis;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>The rules for how an application is put together.</summary>
internal static class BuildDescriptors
{
    private const string Category = "Pyventus.Build";

    public static readonly DiagnosticDescriptor NoServices = new(
        DiagnosticIds.NoServices,
        "Handlers need services, and nothing provides them",
        "{0}: {1}, and nothing in this application gives emitters services; call AddPyventus, or set EventEmitterOptions.Services",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.Base + DiagnosticIds.NoServices + HelpLinks.Extension);
}
