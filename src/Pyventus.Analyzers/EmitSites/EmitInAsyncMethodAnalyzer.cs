using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>Says when an async method does not wait for the asynchronous handlers of what it emits (PYV1211).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EmitInAsyncMethodAnalyzer : PyventusAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [EmitSiteDescriptors.EmitInAsyncMethod];

    private protected override void Register(CompilationStartAnalysisContext start, KnownSymbols symbols)
    {
        var known = KnownEvents.Create(symbols);
        start.RegisterOperationAction(operation => Analyze(operation, symbols, known), OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context, KnownSymbols symbols, Lazy<KnownEvents> known)
    {
        var invocation = (IInvocationOperation)context.Operation;
        if (invocation.TargetMethod.ReturnsVoid
            && EmittedEvent.TryCreate(invocation, symbols) is { } emitted
            && EnclosingFunction.IsAsync(context)
            && !EmitterKind.HandsOver(invocation, symbols)
            && known.Value.FindHandled(emitted).Any(static item => item.HasAsyncHandlers))
        {
            context.ReportDiagnostic(Diagnostic.Create(EmitSiteDescriptors.EmitInAsyncMethod, invocation.Syntax.GetLocation(), emitted.ToString()));
        }
    }
}
