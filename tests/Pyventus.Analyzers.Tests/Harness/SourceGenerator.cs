using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Pyventus.Analyzers.Tests.Harness;

/// <summary>Adds a file, and reports a diagnostic if it has one.</summary>
internal sealed class SourceGenerator(string source, bool reports = false) : IIncrementalGenerator
{
    private static readonly DiagnosticDescriptor _rule =
        new("TEST4", "Rule", "The generator speaks", "Test", DiagnosticSeverity.Info, isEnabledByDefault: true);

    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(context.CompilationProvider, (output, compilation) =>
        {
            output.AddSource(string.Create(CultureInfo.InvariantCulture, $"{compilation.AssemblyName}.g.cs"), source);
            if (reports)
            {
                output.ReportDiagnostic(Diagnostic.Create(_rule, Location.None));
            }
        });
}
