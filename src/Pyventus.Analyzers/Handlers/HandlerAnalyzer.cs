using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>Says why a method with <c>[On]</c> or <c>[Once]</c> cannot be linked.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandlerAnalyzer : PyventusAnalyzer
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

    private protected override void Register(CompilationStartAnalysisContext start, KnownSymbols symbols)
    {
        HandlerProblemReporter.Register(start, symbols, SupportedDiagnostics);
    }
}
