using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>Says when the arguments of an emission, or a subscribed delegate, do not fit the event (PYV1202).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ArgumentAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [EmitSiteDescriptors.ArgumentMismatch];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownSymbols.TryCreate(start.Compilation) is { } symbols)
            {
                var contracts = ContractTable.Create(symbols);
                start.RegisterOperationAction(operation => Analyze(operation, symbols, contracts), OperationKind.Invocation);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, KnownSymbols symbols, Lazy<ContractTable> contracts)
    {
        var invocation = (IInvocationOperation)context.Operation;
        if (EmitCall.TryCreate(invocation, symbols) is { EventName.Value.ConstantValue.Value: string emitted } emit)
        {
            AnalyzeEmit(context, emitted, emit, contracts.Value.FindByLinker(emitted));
        }
        else if (SubscribeCall.TryCreate(invocation, symbols) is { EventName.Value.ConstantValue.Value: string subscribed, Linker: { } linker } subscribe)
        {
            AnalyzeSubscribe(context, subscribed, subscribe, contracts.Value.FindByLinker(subscribed).RemoveAll(contract => contract.Linker != linker));
        }
    }

    private static void AnalyzeEmit(OperationAnalysisContext context, string name, EmitCall call, ImmutableArray<EventContract> contracts)
    {
        var compilation = context.Compilation;
        if (contracts.IsEmpty || contracts.Any(contract => contract.AcceptsArguments(call.Types, compilation)))
        {
            return;
        }

        // With several contracts no one argument is to blame.
        int wrong = contracts.Length == 1 ? FindWrongArgument(call.Types, contracts[0], compilation) : -1;
        Report(
            context,
            wrong < 0 ? call.EventName! : call.Payload[wrong],
            name,
            $"it is given {Describe(call.Types)} and expects {Describe(contracts)}; emit it with arguments of these types, in this order");
    }

    private static void AnalyzeSubscribe(OperationAnalysisContext context, string name, SubscribeCall call, ImmutableArray<EventContract> contracts)
    {
        if (contracts.FirstOrDefault(contract => !contract.AcceptsHandler(call.Payload, context.Compilation)) is { } contract)
        {
            Report(
                context,
                call.Handler,
                name,
                $"the delegate takes {Describe(call.Payload)} and the event carries {contract.Description}; take these types, in this order, or a leading part of them");
        }
    }

    private static int FindWrongArgument(ImmutableArray<ITypeSymbol> given, EventContract contract, Compilation compilation)
    {
        var parameters = contract.Parameters ?? [];
        for (int index = 0; index < given.Length; index++)
        {
            if (index >= parameters.Length || !PayloadConversion.Exists(given[index], parameters[index].Type, compilation))
            {
                return index;
            }
        }

        return -1;
    }

    private static void Report(OperationAnalysisContext context, IArgumentOperation argument, string eventName, string reason) =>
        context.ReportDiagnostic(Diagnostic.Create(
            EmitSiteDescriptors.ArgumentMismatch, argument.Value.Syntax.GetLocation(), EventContract.Quote(eventName), reason));

    private static string Describe(ImmutableArray<ITypeSymbol> types) =>
        $"({string.Join(", ", types.Select(static type => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)))})";

    private static string Describe(ImmutableArray<EventContract> contracts) =>
        string.Join(", or ", contracts.Select(static contract => contract.Description));
}
