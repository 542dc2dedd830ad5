using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Pyventus.Analyzers;

/// <summary>Says what is wrong with the events and the linker that <c>[On]</c> and <c>[Once]</c> name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclarationAnalyzer : DiagnosticAnalyzer
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

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        HandlerProblemReporter.Register(context, SupportedDiagnostics);
    }
}
