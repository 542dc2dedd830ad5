using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>The task that <c>EmitAsync</c> returns, on its way through the code.</summary>
internal static class EmissionTask
{
    /// <summary>Whether the operation is a call of <c>EmitAsync</c>, on an emitter or by a method with <c>[Emits]</c>.</summary>
    public static bool IsEmitAsync(IOperation? operation, KnownSymbols symbols) =>
        operation is IInvocationOperation { TargetMethod: var method } invocation
        && ((method.Name == "EmitAsync" && EmitCall.TryCreate(invocation, symbols) is not null)
            || (!method.ReturnsVoid && DeclaredEmission.GetEventName(method) is not null));

    /// <summary>The call whose task the operation is, seen through <c>ConfigureAwait</c>, <c>Preserve</c> and <c>AsTask</c>; null when it is none.</summary>
    /// <param name="task">The operation.</param>
    /// <param name="isTask">Whether the value was made a <see cref="Task"/>, which may be blocked on and awaited twice.</param>
    /// <param name="symbols">The known symbols.</param>
    public static IInvocationOperation? FindCall(IOperation? task, out bool isTask, KnownSymbols symbols)
    {
        isTask = false;
        while (task is IInvocationOperation { Instance: { } instance, TargetMethod.Name: "ConfigureAwait" or "Preserve" or "AsTask" } step)
        {
            isTask |= step.TargetMethod.Name == "AsTask";
            task = instance;
        }

        return IsEmitAsync(task, symbols) ? (IInvocationOperation)task! : null;
    }
}
