using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>A call of <c>EventEmitter.Emit</c> or <c>EmitAsync</c>; linked into the assembly of the fixes.</summary>
/// <param name="EventName">The argument that names the event; null for an event object.</param>
/// <param name="Payload">The other arguments, without the cancellation token, in the order of the parameters.</param>
/// <param name="Types">The types the arguments are emitted as.</param>
internal sealed record EmitCall(IArgumentOperation? EventName, ImmutableArray<IArgumentOperation> Payload, ImmutableArray<ITypeSymbol> Types)
{
    /// <summary>The call that the operation is, or null.</summary>
    public static EmitCall? TryCreate(IInvocationOperation invocation, KnownSymbols symbols)
    {
        IMethodSymbol method = invocation.TargetMethod;
        if (method.Name is not ("Emit" or "EmitAsync")
            || method.IsStatic
            || !KnownSymbols.Same(method.ContainingType, symbols.EventEmitter))
        {
            return null;
        }

        // What is payload has the type of a type parameter, and only that.
        IArgumentOperation[] arguments = [.. invocation.Arguments.OrderBy(static argument => argument.Parameter?.Ordinal)];
        return new EmitCall(
            arguments.FirstOrDefault(static argument => argument.Parameter is { Ordinal: 0, Type.SpecialType: SpecialType.System_String, OriginalDefinition.Type.TypeKind: not TypeKind.TypeParameter }),
            [.. arguments.Where(static argument => argument.Parameter?.OriginalDefinition.Type.TypeKind == TypeKind.TypeParameter)],
            method.TypeArguments);
    }
}
