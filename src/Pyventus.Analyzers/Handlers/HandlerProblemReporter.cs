using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>Reports what <see cref="HandlerRules"/> finds, the predicate by which the generator skips a handler.</summary>
internal static class HandlerProblemReporter
{
    /// <summary>Reports, for each handler attribute of the compilation, the problems that one of the rules is about.</summary>
    public static void Register(CompilationStartAnalysisContext start, KnownSymbols symbols, ImmutableArray<DiagnosticDescriptor> rules) =>
        HandlerAttributeUse.Register(start, symbols, (use, report) => Report(use, symbols, rules, report));

    private static void Report(
        HandlerAttributeUse use, KnownSymbols symbols, ImmutableArray<DiagnosticDescriptor> rules, Action<Diagnostic> report)
    {
        var problems = HandlerRules.ValidateAttribute(use.Method, use.Attribute, symbols);
        if (use.IsFirst)
        {
            problems = problems.InsertRange(0, HandlerRules.ValidateMethod(use.Method, symbols));
        }

        foreach (var problem in problems)
        {
            if (rules.FirstOrDefault(rule => rule.Id == problem.Id) is { } rule)
            {
                var properties = problem.Id == DiagnosticIds.PayloadMismatch ? PayloadFix.ForEventObject(use, symbols) : null;
                report(Diagnostic.Create(
                    rule, HandlerProblemLocation.Find(problem, use.Syntax), properties, problem.Subject, problem.Reason));
            }
        }
    }
}
