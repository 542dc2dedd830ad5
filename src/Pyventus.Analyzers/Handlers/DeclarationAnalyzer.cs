using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>Says what is wrong with the events and the linker that <c>[On]</c> and <c>[Once]</c> name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclarationAnalyzer : PyventusAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        DeclarationDescriptors.InvalidEventName,
        DeclarationDescriptors.MisusedPattern,
        DeclarationDescriptors.OnAndOnce,
        DeclarationDescriptors.UnsupportedEventType,
        DeclarationDescriptors.InvalidLinker,
    ];

    private protected override void Register(CompilationStartAnalysisContext start, KnownSymbols symbols)
    {
        HandlerProblemReporter.Register(start, symbols, SupportedDiagnostics);
    }
}
