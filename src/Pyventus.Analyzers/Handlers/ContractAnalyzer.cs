using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>
/// Says when a handler does not fit the declaration or the other handlers of its event (PYV1106): the generator left it out
/// of the event, or the contract of a referenced assembly is another one.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContractAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [HandlerDescriptors.PayloadMismatch];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        HandlerAttributeUse.Register(context, static symbols =>
        {
            var contracts = ContractTable.Create(symbols);
            return (use, report) => Analyze(use, symbols, contracts, report);
        });
    }

    private static void Analyze(HandlerAttributeUse use, KnownSymbols symbols, Lazy<ContractTable> contracts, Action<Diagnostic> report)
    {
        if (!HandlerRules.Validate(use.Method, use.Attribute, symbols).IsEmpty)
        {
            return;
        }

        string linker = MetadataNames.Of(LinkerRules.GetLinker(use.Attribute) ?? symbols.EventLinker);
        string id = MetadataNames.OfHandler(use.Method, HandlerRules.GetHandlerAttributes(use.Method, symbols).IndexOf(use.Attribute));
        var payload = ParameterRules.GetPayload(use.Method, symbols);
        foreach (string name in EventReference.Read(use.Attribute).Select(static reference => reference.Name).OfType<string>().Distinct())
        {
            var disagreeing = FindDisagreeing(contracts.Value.Find(name).RemoveAll(contract => contract.Linker != linker), id, payload, symbols.Compilation);
            if (disagreeing is not null)
            {
                Report(report, use, symbols, PayloadDifference.Find(payload, disagreeing, symbols.Compilation), disagreeing);
            }
        }
    }

    // Where a declaration says what the event carries, what handlers elsewhere agree on does not count.
    private static EventContract? FindDisagreeing(
        ImmutableArray<EventContract> contracts, string id, ImmutableArray<IParameterSymbol> payload, Compilation compilation)
    {
        bool isDeclared = contracts.Any(static contract => contract.Declaration is not null);
        return contracts
            .OrderByDescending(static contract => contract.Declaration is not null)
            .FirstOrDefault(contract =>
                contract.IsOwn ? !contract.Handlers.Contains(id)
                : contract.Declaration is not null ? !contract.AcceptsHandler(payload, compilation)
                : !isDeclared && !contract.IsCompatible(payload, compilation));
    }

    private static void Report(
        Action<Diagnostic> report, HandlerAttributeUse use, KnownSymbols symbols, PayloadDifference difference, EventContract contract)
    {
        var parameter = difference.Parameter;
        string more = contract.Declaration is null ? "" : ", and give further ones default values";
        var problem = new HandlerProblem(
            DiagnosticIds.PayloadMismatch,
            parameter is null ? HandlerProblemPlace.Method : HandlerProblemPlace.Parameter,
            parameter?.Ordinal ?? 0,
            parameter is null ? HandlerRules.Describe(use.Method) : $"parameter '{parameter.Name}'",
            $"event {EventContract.Quote(contract.EventName)} carries {contract.Description}; take these parameters, with these default values, or a leading part of them{more}");
        report(Diagnostic.Create(
            HandlerDescriptors.PayloadMismatch,
            HandlerProblemLocation.Find(problem, use.Syntax),
            PayloadFix.IsPossible(use, symbols) ? PayloadFix.Create(difference.Types, difference.RemovedDefaults) : null,
            problem.Subject,
            problem.Reason));
    }
}
