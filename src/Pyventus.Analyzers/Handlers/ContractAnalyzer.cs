using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>
/// Says when a handler does not fit the declaration or the other handlers of its event, or an event that its pattern
/// matches (PYV1106): the generator left it out of the event, or the contract of a referenced assembly is another one.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContractAnalyzer : PyventusAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [HandlerDescriptors.PayloadMismatch];

    private protected override void Register(CompilationStartAnalysisContext start, KnownSymbols symbols)
    {
        var known = KnownEvents.Create(symbols);
        HandlerAttributeUse.Register(start, symbols, (use, report) => Analyze(use, symbols, known, report));
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
        var names = EventReference.Read(use.Attribute).Select(static reference => reference.Name).OfType<string>().Distinct().ToImmutableArray();
        foreach (string name in names)
        {
            KnownEvent[] tables = [.. known.Value.Find(name).Where(contract => contract.Linker == linker)];
            if (FindDisagreeing(tables, id, payload, symbols.Compilation) is { } disagreeing)
            {
                Report(report, use, symbols, PayloadDifference.Find(payload, disagreeing, isMatched: false, symbols.Compilation), disagreeing);
            }
            else if (FindMatched(known.Value, name, linker, names, id, payload, symbols.Compilation) is { } matched)
            {
                Report(report, use, symbols, PayloadDifference.Find(payload, matched, isMatched: true, symbols.Compilation), matched, name);
            }
        }
    }

    // Where a declaration says what the event carries, what handlers elsewhere agree on does not count.
    private static KnownEvent? FindDisagreeing(
        KnownEvent[] contracts, string id, ImmutableArray<IParameterSymbol> payload, Compilation compilation)
    {
        bool isDeclared = contracts.Any(static contract => contract.Declaration is not null);
        return contracts
            .OrderByDescending(static contract => contract.Declaration is not null)
            .FirstOrDefault(contract =>
                contract.IsOwn ? !contract.Handlers.Contains(id)
                : contract.Declaration is not null ? !contract.AcceptsHandler(payload, compilation) || PayloadDifference.HasOtherDefault(payload, contract)
                : !isDeclared && !contract.IsCompatible(payload, compilation));
    }

    // The first event that the pattern matches and whose arguments the handler cannot take.
    private static KnownEvent? FindMatched(
        KnownEvents known, string pattern, string linker, ImmutableArray<string> named, string id, ImmutableArray<IParameterSymbol> payload, Compilation compilation) =>
        !EventPatterns.IsPattern(pattern)
            ? null
            : known.All
                .Where(item => item.Linker == linker && item.IsMatchedBy(pattern) && (item.Name is null || !named.Contains(item.Name)))
                .GroupBy(static item => (item.Name, item.TypeName))
                .OrderBy(static tables => tables.Key.Name ?? tables.Key.TypeName, StringComparer.Ordinal)
                .Select(static tables => tables.FirstOrDefault(static item => item.IsOwn) ?? KnownEvents.ChooseContract(tables))
                .FirstOrDefault(item => item.IsOwn ? !item.Handlers.Contains(id) : !item.AcceptsHandler(payload, compilation));

    private static void Report(
        Action<Diagnostic> report, HandlerAttributeUse use, KnownSymbols symbols, PayloadDifference difference, KnownEvent contract, string? pattern = null)
    {
        var parameter = difference.Parameter;
        string through = pattern is null ? "" : $", which the pattern {KnownEvent.Quote(pattern)} matches,";
        string defaults = pattern is null ? ", with these default values," : "";
        string more = pattern is null && contract.Declaration is null ? "" : ", and give further ones default values";
        var problem = new HandlerProblem(
            DiagnosticIds.PayloadMismatch,
            parameter is null ? HandlerProblemPlace.Method : HandlerProblemPlace.Parameter,
            parameter?.Ordinal ?? 0,
            parameter is null ? HandlerRules.Describe(use.Method) : $"parameter '{parameter.Name}'",
            $"event {contract}{through} carries {contract.Description}; take these parameters{defaults} or a leading part of them{more}");
        report(Diagnostic.Create(
            HandlerDescriptors.PayloadMismatch,
            HandlerProblemLocation.Find(problem, use.Syntax),
            pattern is null && PayloadFix.IsPossible(use, symbols) ? PayloadFix.Create(difference.Types, difference.RemovedDefaults) : null,
            problem.Subject,
            problem.Reason));
    }
}
