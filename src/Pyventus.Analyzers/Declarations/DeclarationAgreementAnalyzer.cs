using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>
/// Says when an <c>[Emits]</c> disagrees with the first declaration of its event (PYV1010), which the generated stub
/// states, or with one in a referenced assembly.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclarationAgreementAnalyzer : PyventusAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [DeclarationDescriptors.DeclarationMismatch];

    private protected override void Register(CompilationStartAnalysisContext start, KnownSymbols symbols)
    {
        var known = KnownEvents.Create(symbols);
        EmitsUse.Register(start, symbols, (use, report) => Analyze(use, symbols, known, report));
    }

    private static void Analyze(EmitsUse use, KnownSymbols symbols, Lazy<KnownEvents> known, Action<Diagnostic> report)
    {
        if (!DeclarationRules.Validate(use.Method, use.Attribute, symbols).IsEmpty)
        {
            return;
        }

        string linker = MetadataNames.Of(LinkerRules.GetLinker(use.Attribute) ?? symbols.EventLinker);
        var problem = known.Value.Find(DeclarationRules.GetEventName(use.Attribute)!)
            .Where(contract => contract.Declaration is not null && contract.Linker == linker)
            .Select(contract => FindProblem(use.Method, contract, symbols))
            .FirstOrDefault(static problem => problem is not null);
        if (problem is not null)
        {
            report(Diagnostic.Create(
                DeclarationDescriptors.DeclarationMismatch, HandlerProblemLocation.Find(problem, use.Syntax), problem.Subject, problem.Reason));
        }
    }

    private static HandlerProblem? FindProblem(IMethodSymbol method, KnownEvent contract, KnownSymbols symbols)
    {
        if (contract.Parameters is not { } expected)
        {
            return null;
        }

        var payload = DeclarationRules.GetPayload(method, symbols);
        for (int index = 0; index < payload.Length; index++)
        {
            if (index >= expected.Length || MetadataNames.Of(payload[index].Type) != MetadataNames.Of(expected[index].Type))
            {
                return Problem(method, payload[index], contract, "declare the same types");
            }

            if (payload[index].HasExplicitDefaultValue
                && expected[index].HasExplicitDefaultValue
                && !Equals(payload[index].ExplicitDefaultValue, expected[index].ExplicitDefaultValue))
            {
                return Problem(method, payload[index], contract, "give it the same default value or none");
            }
        }

        return payload.Length < expected.Length ? Problem(method, null, contract, "declare the same types") : null;
    }

    private static HandlerProblem Problem(IMethodSymbol method, IParameterSymbol? parameter, KnownEvent contract, string advice) => new(
        DiagnosticIds.DeclarationMismatch,
        parameter is null ? HandlerProblemPlace.Method : HandlerProblemPlace.Parameter,
        parameter?.Ordinal ?? 0,
        parameter is null ? HandlerRules.Describe(method) : $"parameter '{parameter.Name}'",
        $"event {contract} carries {contract.Description}; {advice}");
}
