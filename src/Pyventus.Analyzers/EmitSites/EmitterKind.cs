using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>What the source shows of the emitter that a call is on.</summary>
internal static class EmitterKind
{
    private const string ExecutorEventEmitter = "Pyventus.ExecutorEventEmitter";

    /// <summary>
    /// Whether it is certain that the emitter hands its emissions over: to an executor, or to a processing service that
    /// somebody chose for it. There, <c>Emit</c> is how work is queued.
    /// </summary>
    public static bool HandsOver(IInvocationOperation emission, KnownSymbols symbols)
    {
        var emitter = emission.Instance ?? emission.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0)?.Value;
        return HandsOver(emitter, symbols) || (emitter is ILocalReferenceOperation { Local: var local } && HandsOver(GetInitializer(local, emission), symbols));
    }

    private static bool HandsOver(IOperation? emitter, KnownSymbols symbols)
    {
        while (emitter is IConversionOperation conversion)
        {
            emitter = conversion.Operand;
        }

        return KnownSymbols.Same(emitter?.Type, symbols.Compilation.GetTypeByMetadataName(ExecutorEventEmitter))
            || (emitter is IObjectCreationOperation && KnownSymbols.Same(emitter.Type, symbols.EventEmitter));
    }

    private static IOperation? GetInitializer(ILocalSymbol local, IOperation use) =>
        local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value }
            ? use.SemanticModel?.GetOperation(value)
            : null;
}
