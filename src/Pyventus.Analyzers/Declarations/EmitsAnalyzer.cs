using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>Says why a method with <c>[Emits]</c> declares no event: what <see cref="DeclarationRules"/> finds, by which the generator leaves it out.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EmitsAnalyzer : PyventusAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        DeclarationDescriptors.InvalidEventName,
        DeclarationDescriptors.MisusedPattern,
        DeclarationDescriptors.InvalidLinker,
        DeclarationDescriptors.InvalidDeclaration,
    ];

    private protected override void Register(CompilationStartAnalysisContext start, KnownSymbols symbols)
    {
        EmitsUse.Register(start, symbols, (use, report) =>
        {
            foreach (var problem in DeclarationRules.Validate(use.Method, use.Attribute, symbols))
            {
                report(Diagnostic.Create(
                    SupportedDiagnostics.First(rule => rule.Id == problem.Id),
                    HandlerProblemLocation.Find(problem, use.Syntax),
                    problem.Subject,
                    problem.Reason));
            }
        });
    }
}
