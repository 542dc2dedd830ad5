using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Pyventus.Analyzers;

/// <summary>Says why a method with <c>[On]</c> or <c>[Once]</c> cannot be linked.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandlerAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        HandlerDescriptors.InaccessibleHandler,
        HandlerDescriptors.GenericHandler,
        HandlerDescriptors.UnsupportedParameter,
        HandlerDescriptors.UnsupportedReturn,
        HandlerDescriptors.AsyncVoidHandler,
        HandlerDescriptors.PayloadMismatch,
        HandlerDescriptors.InvalidCallback,
        HandlerDescriptors.UnsupportedHandlerKind,
        HandlerDescriptors.SpecialParameterMisuse,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        HandlerProblemReporter.Register(context, SupportedDiagnostics);
    }
}
