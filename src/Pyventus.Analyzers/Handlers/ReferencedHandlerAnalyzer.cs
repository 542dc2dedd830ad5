using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>
/// Says when a handler of a referenced assembly cannot take what an event of this one carries (PYV1106): the handler of a
/// pattern that matches it, or of an event that is declared here. It cannot be marked, so what makes the contract is.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReferencedHandlerAnalyzer : PyventusAnalyzer
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
        var events = EventReference.Read(use.Attribute).Select(reference => FindOwn(known.Value.Find(reference), linker));
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
            if (name is not null && FindOwn(known.Value.Find(name), linker) is { Declaration: not null } own)
            {
                var payload = DeclarationRules.GetPayload(use.Method, symbols);
                Report(report, FindProblem(own, use.Method, payload, known.Value, symbols.Compilation), use.Syntax);
            }
        }
    }

    // The event, where this assembly says what it carries.
    private static KnownEvent? FindOwn(IEnumerable<KnownEvent> known, string linker)
    {
        KnownEvent[] tables = [.. known.Where(contract => contract.Linker == linker && !contract.IsPattern)];
        return tables.Length > 0 && KnownEvents.ChooseContract(tables) is { IsOwn: true, Parameters: not null } own ? own : null;
    }

    private static HandlerProblem? FindProblem(
        KnownEvent own, IMethodSymbol method, ImmutableArray<IParameterSymbol> payload, KnownEvents known, Compilation compilation)
    {
        var other = known.OfReferences
            .Where(item => !item.Handlers.IsEmpty && item.Linker == own.Linker && Handles(item, own))
            .OrderBy(static item => item.Name, StringComparer.Ordinal)
            .FirstOrDefault(item => item.Parameters is { } taken && !own.AcceptsHandler(taken, compilation));
        if (other is null)
        {
            return null;
        }

        var parameter = FindMistaken(payload, other.Parameters!.Value, compilation);
        string reason = other.IsPattern
            ? $"the pattern {KnownEvent.Quote(other.Name!)} of '{other.Handlers[0]}' matches it and takes {other.Signature}; "
                + $"{(own.Type is null ? "begin with these parameters, name the event so that the pattern does not match it," : "use another linker")} or change the handler of the pattern"
            : $"'{other.Handlers[0]}' handles it and takes {other.Signature}; begin with these parameters, or change the handler";
        return new HandlerProblem(
            DiagnosticIds.PayloadMismatch,
            parameter is null ? HandlerProblemPlace.Method : HandlerProblemPlace.Parameter,
            parameter?.Ordinal ?? 0,
            parameter is null ? HandlerRules.Describe(method) : $"parameter '{parameter.Name}'",
            $"event {own} carries {own.Signature}, but {reason}");
    }

    // Handlers of an event that nobody declares are held against each other where they are written.
    private static bool Handles(KnownEvent item, KnownEvent own) =>
        item.IsPattern ? own.IsMatchedBy(item.Name!) : own.Declaration is not null && item.Declaration is null && item.Name is not null && item.Name == own.Name;

    private static void Report(Action<Diagnostic> report, HandlerProblem? problem, AttributeSyntax syntax)
    {
        if (problem is not null)
        {
            report(Diagnostic.Create(HandlerDescriptors.PayloadMismatch, HandlerProblemLocation.Find(problem, syntax), problem.Subject, problem.Reason));
        }
    }

    // The first parameter whose type the handler does not take; null where it takes more than there are.
    private static IParameterSymbol? FindMistaken(ImmutableArray<IParameterSymbol> payload, ImmutableArray<IParameterSymbol> taken, Compilation compilation) =>
        payload.Where((parameter, index) => index < taken.Length && !PayloadConversion.Exists(parameter.Type, taken[index].Type, compilation)).FirstOrDefault();
}
