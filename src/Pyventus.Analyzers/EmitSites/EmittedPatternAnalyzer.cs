using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>Says when a pattern is emitted, or a name with a misused <c>*</c> is emitted or subscribed to (PYV1002).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EmittedPatternAnalyzer : PyventusAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [DeclarationDescriptors.MisusedPattern];

    private protected override void Register(CompilationStartAnalysisContext start, KnownSymbols symbols)
    {
        start.RegisterOperationAction(operation => Analyze(operation, symbols), OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context, KnownSymbols symbols)
    {
        var invocation = (IInvocationOperation)context.Operation;
        if (EmitCall.TryCreate(invocation, symbols) is { EventName.Value: { ConstantValue.Value: string emitted } emission }
            && EventPatterns.IsPattern(emitted)
            && emitted != EventPatterns.All)
        {
            Report(context, emission, emitted, "an emission is of one event; emit a name without '*', or \"**\" for the subscribers of every event");
        }

        foreach (var (subscription, subscribed) in SubscribedNames.Find(invocation, symbols))
        {
            if (EventPatterns.IsPattern(subscribed) && !EventPatterns.IsValid(subscribed))
            {
                Report(context, subscription, subscribed, EventPatterns.Advice);
            }
        }
    }

    private static void Report(OperationAnalysisContext context, IOperation name, string pattern, string reason) =>
        context.ReportDiagnostic(Diagnostic.Create(
            DeclarationDescriptors.MisusedPattern, name.Syntax.GetLocation(), "event " + KnownEvent.Quote(pattern), reason));
}
