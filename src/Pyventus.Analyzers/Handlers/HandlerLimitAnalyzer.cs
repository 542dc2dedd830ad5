using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>Says when an event has more handlers than its linker takes (PYV1008).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandlerLimitAnalyzer : PyventusAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [DeclarationDescriptors.TooManyHandlers];

    private protected override void Register(CompilationStartAnalysisContext start, KnownSymbols symbols)
    {
        var known = KnownEvents.Create(symbols);
        var limits = LinkerLimits.Create(symbols);
        HandlerAttributeUse.Register(start, symbols, (use, report) => Analyze(use, symbols, known, limits, report));
    }

    private static void Analyze(
        HandlerAttributeUse use, KnownSymbols symbols, Lazy<KnownEvents> known, Lazy<LinkerLimits> limits, Action<Diagnostic> report)
    {
        var linkerType = LinkerRules.GetLinker(use.Attribute) ?? symbols.EventLinker;
        string linker = MetadataNames.Of(linkerType);
        if (limits.Value.Find(linker) is not { } limit)
        {
            return;
        }

        string id = MetadataNames.OfHandler(use.Method, HandlerRules.GetHandlerAttributes(use.Method, symbols).IndexOf(use.Attribute));
        foreach (var reference in EventReference.Read(use.Attribute))
        {
            // Those of references are there already; of its own, an assembly links the first ones.
            string[] handlers =
            [
                .. known.Value.Find(reference)
                    .Where(item => item.Linker == linker)
                    .OrderBy(static item => item.IsOwn)
                    .SelectMany(static item => item.Handlers)
                    .Distinct(StringComparer.Ordinal),
            ];
            if (Array.IndexOf(handlers, id) >= limit)
            {
                report(Diagnostic.Create(
                    DeclarationDescriptors.TooManyHandlers,
                    (AttributeEvents.Find(use.Syntax).ElementAtOrDefault(reference.Index) ?? use.Syntax).GetLocation(),
                    EventReferenceText.Describe(reference),
                    handlers.Length.ToString(CultureInfo.InvariantCulture),
                    linkerType.Name,
                    limit.ToString(CultureInfo.InvariantCulture)));
            }
        }
    }
}
