using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>Says when a handler lists an event twice (PYV1004), or again what the method it overrides handles (PYV1110).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RepeatedEventAnalyzer : PyventusAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [DeclarationDescriptors.RepeatedEvent, HandlerDescriptors.InheritedHandler];

    private protected override void Register(CompilationStartAnalysisContext start, KnownSymbols symbols)
    {
        HandlerAttributeUse.Register(start, symbols, (use, report) => Analyze(use, symbols, report));
    }

    private static void Analyze(HandlerAttributeUse use, KnownSymbols symbols, Action<Diagnostic> report)
    {
        var repeated = new HashSet<int>();
        foreach (var (reference, by) in RepeatedEvents.FindOnMethod(use.Method, use.Attribute, symbols))
        {
            repeated.Add(reference.Index);
            string lister = reference.IsSameEvent(by) ? "the same method" : $"the pattern {EventReferenceText.Describe(by)}";
            report(Diagnostic.Create(DeclarationDescriptors.RepeatedEvent, GetLocation(use, reference), EventReferenceText.Describe(reference), lister));
        }

        foreach (var (reference, overridden) in RepeatedEvents.FindOnBases(use.Method, use.Attribute, symbols))
        {
            if (!repeated.Contains(reference.Index))
            {
                report(Diagnostic.Create(
                    HandlerDescriptors.InheritedHandler, GetLocation(use, reference), EventReferenceText.Describe(reference), HandlerRules.Describe(overridden)));
            }
        }
    }

    private static Location GetLocation(HandlerAttributeUse use, EventReference reference) =>
        (AttributeEvents.Find(use.Syntax).ElementAtOrDefault(reference.Index) ?? use.Syntax).GetLocation();
}
