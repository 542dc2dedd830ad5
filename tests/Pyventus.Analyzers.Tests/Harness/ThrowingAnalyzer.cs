using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Pyventus.Analyzers.Tests.Harness;

/// <summary>Has two rules and an error of its own.</summary>
internal sealed class ThrowingAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        new("TEST2", "Rule", "Message", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true),
        new("TEST3", "Rule", "Message", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true),
    ];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxTreeAction(static _ => throw new InvalidOperationException("A bug."));
    }
}
