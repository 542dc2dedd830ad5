using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pyventus.Analyzers;

/// <summary>A local variable that holds what <c>EmitAsync</c> returned.</summary>
internal static class StoredEmission
{
    /// <summary>
    /// The variable whose second await this is, where it is certain that the first one has run: the first is a statement
    /// of the block that declares the variable. Null when it is another await, or when the variable is assigned again.
    /// </summary>
    public static IVariableDeclaratorOperation? FindTwiceAwaited(IAwaitOperation second)
    {
        if (GetVariable(second.Operation) is not { } variable || FindScope(second, variable) is not { } block)
        {
            return null;
        }

        ILocalReferenceOperation[] uses =
        [
            .. block.Descendants().OfType<ILocalReferenceOperation>()
                .Where(use => SymbolEqualityComparer.Default.Equals(use.Local, variable)),
        ];
        if (uses.Any(static use => use.Parent is IAssignmentOperation assignment && assignment.Target == use))
        {
            return null;
        }

        IAwaitOperation[] awaits = [.. uses.Select(GetAwait).OfType<IAwaitOperation>()];
        return awaits.Length > 1 && awaits[1] == second && AlwaysRuns(awaits[0], block)
            ? block.Descendants().OfType<IVariableDeclaratorOperation>()
                .FirstOrDefault(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, variable))
            : null;
    }

    private static ILocalSymbol? GetVariable(IOperation task) => task switch
    {
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } instance } => GetVariable(instance),
        ILocalReferenceOperation reference => reference.Local,
        _ => null,
    };

    private static IBlockOperation? FindScope(IOperation operation, ILocalSymbol variable)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IBlockOperation block && block.Locals.Contains(variable, SymbolEqualityComparer.Default))
            {
                return block;
            }
        }

        return null;
    }

    private static IAwaitOperation? GetAwait(IOperation use)
    {
        var value = use;
        while (value.Parent is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } step && step.Instance == value)
        {
            value = step;
        }

        return value.Parent as IAwaitOperation;
    }

    private static bool AlwaysRuns(IOperation operation, IOperation block)
    {
        for (var parent = operation.Parent; parent != block; parent = parent.Parent)
        {
            if (parent is not (IExpressionStatementOperation or IVariableDeclarationGroupOperation or IVariableDeclarationOperation
                or IVariableDeclaratorOperation or IVariableInitializerOperation or ISimpleAssignmentOperation or IReturnOperation
                or IInvocationOperation or IArgumentOperation or IPropertyReferenceOperation or IConversionOperation))
            {
                return false;
            }
        }

        return true;
    }
}
