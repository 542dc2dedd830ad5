using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>Says when the arguments of an emission, or a subscribed delegate, do not fit the event (PYV1202).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ArgumentAnalyzer : PyventusAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [EmitSiteDescriptors.ArgumentMismatch];

    private protected override void Register(CompilationStartAnalysisContext start, KnownSymbols symbols)
    {
        var known = KnownEvents.Create(symbols);
        start.RegisterOperationAction(operation => Analyze(operation, symbols, known), OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context, KnownSymbols symbols, Lazy<KnownEvents> known)
    {
        var invocation = (IInvocationOperation)context.Operation;
        if (EmitCall.TryCreate(invocation, symbols) is { EventName.Value.ConstantValue.Value: string emitted } emit && IsEmitted(emitted))
        {
            AnalyzeEmit(context, emitted, emit, known.Value.FindByLinker(emitted));
        }
        else if (SubscribeCall.TryCreate(invocation, symbols) is { EventName.Value.ConstantValue.Value: string subscribed, Linker: { } linker } subscribe
            && !EventPatterns.IsPattern(subscribed))
        {
            AnalyzeSubscribe(context, subscribe, [.. known.Value.Find(subscribed).Where(contract => contract.Linker == linker)]);
        }
    }

    private static bool IsEmitted(string name) => name == EventPatterns.All || !EventPatterns.IsPattern(name);

    // One linker whose contracts all take the arguments is enough: the emitter may have that one.
    private static void AnalyzeEmit(OperationAnalysisContext context, string name, EmitCall call, ImmutableArray<ImmutableArray<KnownEvent>> linkers)
    {
        KnownEvent[] refusing = [.. linkers.Select(contracts => contracts.FirstOrDefault(contract => !contract.AcceptsArguments(call.Types, context.Compilation))).OfType<KnownEvent>()];
        if (refusing.Length == 0 || refusing.Length < linkers.Length)
        {
            return;
        }

        // With several contracts no one argument is to blame.
        int wrong = refusing.Length == 1 ? FindWrongArgument(call.Types, refusing[0], context.Compilation) : -1;
        string advice = refusing.Any(static contract => contract.IsPattern) ? "or with a longer list that begins with them" : "in this order";
        Report(
            context,
            wrong < 0 ? call.EventName! : call.Payload[wrong],
            name,
            $"it is given {Describe(call.Types)} and expects {string.Join(", or ", refusing.Select(Describe))}; emit it with arguments of these types, {advice}");
    }

    private static void AnalyzeSubscribe(OperationAnalysisContext context, SubscribeCall call, ImmutableArray<KnownEvent> tables)
    {
        if (!tables.IsEmpty && KnownEvents.ChooseContract(tables) is var contract && !contract.AcceptsDelegate(call.Payload, context.Compilation))
        {
            Report(
                context,
                call.Handler,
                contract.Name!,
                $"the delegate takes {Describe(call.Payload)} and the event carries {contract.Description}; take these types, in this order, or a leading part of them");
        }
    }

    private static int FindWrongArgument(ImmutableArray<ITypeSymbol> given, KnownEvent contract, Compilation compilation)
    {
        var parameters = contract.Parameters ?? [];
        for (int index = 0; index < given.Length; index++)
        {
            if (index < parameters.Length ? !PayloadConversion.Exists(given[index], parameters[index].Type, compilation) : !contract.IsPattern)
            {
                return index;
            }
        }

        return -1;
    }

    private static void Report(OperationAnalysisContext context, IArgumentOperation argument, string eventName, string reason) =>
        context.ReportDiagnostic(Diagnostic.Create(
            EmitSiteDescriptors.ArgumentMismatch, argument.Value.Syntax.GetLocation(), KnownEvent.Quote(eventName), reason));

    private static string Describe(ImmutableArray<ITypeSymbol> types) =>
        $"({string.Join(", ", types.Select(static type => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)))})";

    private static string Describe(KnownEvent contract) =>
        contract.IsPattern ? $"{contract.Description} through the pattern {contract}" : contract.Description;
}
