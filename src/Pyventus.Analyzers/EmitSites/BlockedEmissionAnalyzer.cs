using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>Says when a thread blocks on what <c>EmitAsync</c> returns, or when it is awaited twice (PYV1206).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BlockedEmissionAnalyzer : PyventusAnalyzer
{
    private const string AskedTooEarly = "The ValueTask of EmitAsync has a result only when it has finished, which nothing waits for here; await it, or call AsTask() first";
    private const string Blocked = "Blocking on the emission in an async method holds its thread up until all handlers have finished; await it";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [EmitSiteDescriptors.BlockedEmission];

    private protected override void Register(CompilationStartAnalysisContext start, KnownSymbols symbols)
    {
        start.RegisterOperationAction(
            operation => AnalyzeBlocking(operation, symbols), OperationKind.PropertyReference, OperationKind.Invocation);
        start.RegisterOperationAction(operation => AnalyzeAwait(operation, symbols), OperationKind.Await);
    }

    private static void AnalyzeBlocking(OperationAnalysisContext context, KnownSymbols symbols)
    {
        var awaited = context.Operation switch
        {
            IPropertyReferenceOperation { Property.Name: "Result" } property => property.Instance,
            IInvocationOperation { TargetMethod.Name: "Wait" } wait => wait.Instance,
            IInvocationOperation { TargetMethod.Name: "GetResult", Instance: IInvocationOperation { TargetMethod.Name: "GetAwaiter" } awaiter } => awaiter.Instance,
            _ => null,
        };
        if (EmissionTask.FindCall(awaited, out bool isTask, symbols) is null)
        {
            return;
        }

        if (!isTask)
        {
            Report(context, context.Operation.Syntax, DiagnosticSeverity.Error, AskedTooEarly);
        }
        else if (EnclosingFunction.IsAsync(context))
        {
            Report(context, context.Operation.Syntax, DiagnosticSeverity.Warning, Blocked);
        }
    }

    private static void AnalyzeAwait(OperationAnalysisContext context, KnownSymbols symbols)
    {
        var second = (IAwaitOperation)context.Operation;
        if (StoredEmission.FindTwiceAwaited(second) is { } variable
            && EmissionTask.FindCall(variable.GetVariableInitializer()?.Value, out bool isTask, symbols) is not null
            && !isTask)
        {
            Report(
                context,
                second.Syntax,
                DiagnosticSeverity.Warning,
                $"The ValueTask '{variable.Symbol.Name}' is awaited a second time, which it does not support; keep the result, or call AsTask() first");
        }
    }

    private static void Report(OperationAnalysisContext context, SyntaxNode syntax, DiagnosticSeverity severity, string message) =>
        context.ReportDiagnostic(Diagnostic.Create(
            EmitSiteDescriptors.BlockedEmission, syntax.GetLocation(), severity, additionalLocations: null, properties: null, message));
}
