using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Pyventus.Analyzers;

/// <summary>The method, local function or lambda that an operation runs in.</summary>
internal static class EnclosingFunction
{
    /// <summary>Whether the operation may be awaited where it stands.</summary>
    public static bool IsAsync(OperationAnalysisContext context)
    {
        for (var operation = context.Operation.Parent; operation is not null; operation = operation.Parent)
        {
            switch (operation)
            {
                case IAnonymousFunctionOperation lambda:
                    return lambda.Symbol.IsAsync;
                case ILocalFunctionOperation function:
                    return function.Symbol.IsAsync;
            }
        }

        return context.ContainingSymbol is IMethodSymbol { IsAsync: true };
    }
}
