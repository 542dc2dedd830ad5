using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>Says when nothing in an application handles an event that it emits (PYV1201).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NoHandlerAnalyzer : PyventusAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [EmitSiteDescriptors.NoHandler];

    private protected override void Register(CompilationStartAnalysisContext start, KnownSymbols symbols)
    {
        // Only an executable knows everything that will run with it.
        if (start.Compilation.Options.OutputKind.IsApplication())
        {
            var known = KnownEvents.Create(symbols);
            var mentions = EventMentions.Create(symbols);
            start.RegisterOperationAction(operation => Analyze(operation, symbols, known, mentions), OperationKind.Invocation);
        }
    }

    private static void Analyze(OperationAnalysisContext context, KnownSymbols symbols, Lazy<KnownEvents> known, Lazy<EventMentions> mentions)
    {
        // A name that is likely misspelled has a rule of its own.
        if (EmittedEvent.TryCreate((IInvocationOperation)context.Operation, symbols) is { } emitted
            && !known.Value.FindHandled(emitted).Any()
            && !known.Value.IsHandledElsewhere(emitted.Name ?? MetadataNames.Of(emitted.Type!))
            && !mentions.Value.IsSubscribed(emitted)
            && (emitted.Name is null || new MisspelledNames(known.Value, mentions.Value).FindForEmission(emitted.Name, emitted.Syntax) is null))
        {
            context.ReportDiagnostic(Diagnostic.Create(EmitSiteDescriptors.NoHandler, emitted.Syntax.GetLocation(), emitted.ToString()));
        }
    }
}
