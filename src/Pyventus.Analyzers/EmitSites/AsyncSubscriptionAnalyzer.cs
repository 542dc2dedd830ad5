using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>Says when an async lambda or an <c>async void</c> method is subscribed as an <see cref="Action"/> (PYV1210).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AsyncSubscriptionAnalyzer : PyventusAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [EmitSiteDescriptors.AsyncLambdaAsAction];

    private protected override void Register(CompilationStartAnalysisContext start, KnownSymbols symbols)
    {
        start.RegisterOperationAction(operation => Analyze(operation, symbols), OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context, KnownSymbols symbols)
    {
        if (SubscribeCall.TryCreate((IInvocationOperation)context.Operation, symbols) is { } call
            && GetCreatedFrom(call.Handler.Value) is { } target
            && Describe(target) is { } subject)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                EmitSiteDescriptors.AsyncLambdaAsAction, call.Handler.Value.Syntax.GetLocation(), subject));
        }
    }

    // A cast or a constructor around a lambda is a creation around a creation.
    private static IOperation? GetCreatedFrom(IOperation value)
    {
        while (value is IConversionOperation or IDelegateCreationOperation)
        {
            value = value is IConversionOperation conversion ? conversion.Operand : ((IDelegateCreationOperation)value).Target;
        }

        return value;
    }

    private static string? Describe(IOperation target) => target switch
    {
        IAnonymousFunctionOperation { Symbol: { IsAsync: true, ReturnsVoid: true } } => "The async lambda",
        IMethodReferenceOperation { Method: { IsAsync: true, ReturnsVoid: true } method } => $"The async method '{method.Name}'",
        _ => null,
    };
}
