using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>Says when what <c>EmitAsync</c> returns is dropped (PYV1205).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnawaitedEmissionAnalyzer : PyventusAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [EmitSiteDescriptors.UnawaitedEmission];

    private protected override void Register(CompilationStartAnalysisContext start, KnownSymbols symbols)
    {
        start.RegisterOperationAction(operation => Analyze(operation, symbols), OperationKind.ExpressionStatement);
    }

    private static void Analyze(OperationAnalysisContext context, KnownSymbols symbols)
    {
        // The body of a lambda or a method that returns nothing is such a statement, too.
        var dropped = ((IExpressionStatementOperation)context.Operation).Operation;
        while (dropped is IConditionalAccessOperation conditional)
        {
            dropped = conditional.WhenNotNull;
        }

        if (EmissionTask.FindCall(dropped, out _, symbols) is not null)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                EmitSiteDescriptors.UnawaitedEmission, ((IExpressionStatementOperation)context.Operation).Operation.Syntax.GetLocation()));
        }
    }
}
