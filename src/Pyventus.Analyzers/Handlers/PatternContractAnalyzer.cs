using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>
/// Says when a pattern of a referenced assembly matches an event of this one, and its handler cannot take what the event
/// carries (PYV1106). The handler of the pattern cannot be marked, so what makes the contract of the event is.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PatternContractAnalyzer : PyventusAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [HandlerDescriptors.PayloadMismatch];

    private protected override void Register(CompilationStartAnalysisContext start, KnownSymbols symbols)
    {
        var known = KnownEvents.Create(symbols);
        HandlerAttributeUse.Register(start, symbols, (use, report) => Analyze(use, symbols, known, report));
        EmitsUse.Register(start, symbols, (use, report) => Analyze(use, symbols, known, report));
    }

    private static void Analyze(HandlerAttributeUse use, KnownSymbols symbols, Lazy<KnownEvents> known, Action<Diagnostic> report)
    {
        if (!HandlerRules.Validate(use.Method, use.Attribute, symbols).IsEmpty)
        {
            return;
        }

        string linker = MetadataNames.Of(LinkerRules.GetLinker(use.Attribute) ?? symbols.EventLinker);
        string id = MetadataNames.OfHandler(use.Method, HandlerRules.GetHandlerAttributes(use.Method, symbols).IndexOf(use.Attribute));
        var payload = ParameterRules.GetPayload(use.Method, symbols);
        var events = EventReference.Read(use.Attribute).Select(reference => FindOwn(known.Value, linker, contract => contract.IsNamedBy(reference)));
        foreach (var own in events.Distinct())
        {
            // A handler that takes less than a named event carries does not make its contract.
            if (own is { Declaration: null }
                && own.Handlers.Contains(id)
                && (own.Type is not null || payload.Length >= own.Parameters!.Value.Length))
            {
                Report(report, FindProblem(own, use.Method, payload, known.Value, symbols.Compilation), use.Syntax);
            }
        }
    }

    private static void Analyze(EmitsUse use, KnownSymbols symbols, Lazy<KnownEvents> known, Action<Diagnostic> report)
    {
        if (DeclarationRules.Validate(use.Method, use.Attribute, symbols).IsEmpty)
        {
            string linker = MetadataNames.Of(LinkerRules.GetLinker(use.Attribute) ?? symbols.EventLinker);
            string? name = DeclarationRules.GetEventName(use.Attribute);
            if (FindOwn(known.Value, linker, contract => contract.Name == name) is { Declaration: not null } own)
            {
                var payload = DeclarationRules.GetPayload(use.Method, symbols);
                Report(report, FindProblem(own, use.Method, payload, known.Value, symbols.Compilation), use.Syntax);
            }
        }
    }

    // The event, where this assembly says what it carries.
    private static KnownEvent? FindOwn(KnownEvents known, string linker, Func<KnownEvent, bool> isMeant)
    {
        KnownEvent[] tables = [.. known.All.Where(contract => contract.Linker == linker && !contract.IsPattern && isMeant(contract))];
        return tables.Length > 0 && KnownEvents.ChooseContract(tables) is { IsOwn: true, Parameters: not null } own ? own : null;
    }

    private static HandlerProblem? FindProblem(
        KnownEvent own, IMethodSymbol method, ImmutableArray<IParameterSymbol> payload, KnownEvents known, Compilation compilation)
    {
        var pattern = known.All
            .Where(item => !item.IsOwn && item.IsPattern && !item.Handlers.IsEmpty && item.Linker == own.Linker && own.IsMatchedBy(item.Name!))
            .OrderBy(static item => item.Name, StringComparer.Ordinal)
            .FirstOrDefault(item => item.Parameters is { } taken && !own.AcceptsHandler(taken, compilation));
        if (pattern is null)
        {
            return null;
        }

        var parameter = FindMistaken(payload, pattern.Parameters!.Value, compilation);
        return new HandlerProblem(
            DiagnosticIds.PayloadMismatch,
            parameter is null ? HandlerProblemPlace.Method : HandlerProblemPlace.Parameter,
            parameter?.Ordinal ?? 0,
            parameter is null ? HandlerRules.Describe(method) : $"parameter '{parameter.Name}'",
            $"event {own} carries {own.Signature}, but the pattern {KnownEvent.Quote(pattern.Name!)} of '{pattern.Handlers[0]}' matches it and takes {pattern.Signature}; "
            + $"{(own.Type is null ? "begin with these parameters, name the event so that the pattern does not match it," : "use another linker")} or change the handler of the pattern");
    }

    private static void Report(Action<Diagnostic> report, HandlerProblem? problem, AttributeSyntax syntax)
    {
        if (problem is not null)
        {
            report(Diagnostic.Create(HandlerDescriptors.PayloadMismatch, HandlerProblemLocation.Find(problem, syntax), problem.Subject, problem.Reason));
        }
    }

    // The first parameter whose type the handler of the pattern does not take; null where it takes more than there are.
    private static IParameterSymbol? FindMistaken(ImmutableArray<IParameterSymbol> payload, ImmutableArray<IParameterSymbol> taken, Compilation compilation) =>
        payload.Where((parameter, index) => index < taken.Length && !PayloadConversion.Exists(parameter.Type, taken[index].Type, compilation)).FirstOrDefault();
}
