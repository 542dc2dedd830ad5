using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>Says when a <see cref="System.Type"/> is emitted instead of an event object (PYV1203).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EmittedTypeAnalyzer : PyventusAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [EmitSiteDescriptors.TypeEmitted];

    private protected override void Register(CompilationStartAnalysisContext start, KnownSymbols symbols)
    {
        start.RegisterOperationAction(operation => Analyze(operation, symbols), OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context, KnownSymbols symbols)
    {
        if (EmitCall.TryCreate((IInvocationOperation)context.Operation, symbols) is not { EventName: null, Payload.Length: 1 } call)
        {
            return;
        }

        // Emit<object>(type) converts it first.
        IOperation value = call.Payload[0].Value;
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        if (value.Type is { } type && UnsupportedTypes.DerivesFrom(type, symbols.Type))
        {
            context.ReportDiagnostic(Diagnostic.Create(EmitSiteDescriptors.TypeEmitted, value.Syntax.GetLocation(), value.Syntax.ToString()));
        }
    }
}
