using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Pyventus.Analyzers.Tests.Harness;

/// <summary>Reports TEST1 on the name of each method that begins with "Bad"; on demand only at the end of the compilation.</summary>
internal sealed class NameAnalyzer(bool atCompilationEnd = false) : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor _rule =
        new("TEST1", "Bad name", "'{0}' is bad", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [_rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        if (atCompilationEnd)
        {
            context.RegisterCompilationAction(static end =>
            {
                foreach (var root in end.Compilation.SyntaxTrees.Select(tree => tree.GetRoot(end.CancellationToken)))
                {
                    root.DescendantNodes().OfType<MethodDeclarationSyntax>().ToList().ForEach(method => Check(method, end.ReportDiagnostic));
                }
            });
        }
        else
        {
            context.RegisterSyntaxNodeAction(
                static node => Check((MethodDeclarationSyntax)node.Node, node.ReportDiagnostic), SyntaxKind.MethodDeclaration);
        }
    }

    private static void Check(MethodDeclarationSyntax method, Action<Diagnostic> report)
    {
        if (method.Identifier.Text.StartsWith("Bad", StringComparison.Ordinal))
        {
            report(Diagnostic.Create(_rule, method.Identifier.GetLocation(), method.Identifier.Text));
        }
    }
}
