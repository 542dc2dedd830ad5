using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>Says when the name of an event is nearly that of a known one (PYV1003).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MisspelledNameAnalyzer : PyventusAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [DeclarationDescriptors.SimilarEventName];

    private protected override void Register(CompilationStartAnalysisContext start, KnownSymbols symbols)
    {
        var names = CreateNames(symbols);
        start.RegisterOperationAction(operation => AnalyzeCall(operation, symbols, names), OperationKind.Invocation);
        HandlerAttributeUse.Register(start, symbols, (use, report) => AnalyzeHandler(use, names, report));
    }

    private static Lazy<MisspelledNames> CreateNames(KnownSymbols symbols) =>
        new(() => new MisspelledNames(KnownEvents.Create(symbols).Value, EventMentions.Create(symbols).Value));

    private static void AnalyzeCall(OperationAnalysisContext context, KnownSymbols symbols, Lazy<MisspelledNames> names)
    {
        var invocation = (IInvocationOperation)context.Operation;
        if (EmitCall.TryCreate(invocation, symbols) is { EventName.Value: { ConstantValue.Value: string emitted } emission } && !string.IsNullOrWhiteSpace(emitted))
        {
            Report(context.ReportDiagnostic, emission.Syntax, emitted, names.Value.FindForEmission(emitted, emission.Syntax));
        }
        else if (SubscribeCall.TryCreate(invocation, symbols) is { EventName.Value: { ConstantValue.Value: string subscribed } subscription })
        {
            Report(context.ReportDiagnostic, subscription.Syntax, subscribed, names.Value.FindForSubscription(subscribed, subscription.Syntax));
        }
    }

    private static void AnalyzeHandler(HandlerAttributeUse use, Lazy<MisspelledNames> names, Action<Diagnostic> report)
    {
        foreach (var reference in EventReference.Read(use.Attribute))
        {
            if (reference.Name is { } name && !string.IsNullOrWhiteSpace(name))
            {
                Report(report, AttributeEvents.Find(use.Syntax).ElementAtOrDefault(reference.Index) ?? use.Syntax, name, names.Value.FindForHandler(name));
            }
        }
    }

    private static void Report(Action<Diagnostic> report, SyntaxNode syntax, string name, string? meant)
    {
        if (meant is not null)
        {
            report(Diagnostic.Create(
                DeclarationDescriptors.SimilarEventName,
                syntax.GetLocation(),
                ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.EventName, meant),
                KnownEvent.Quote(name),
                KnownEvent.Quote(meant)));
        }
    }
}
