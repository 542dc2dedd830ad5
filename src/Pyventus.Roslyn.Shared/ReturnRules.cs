using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pyventus.Roslyn;

/// <summary>What a handler may return (PYV1104, PYV1105).</summary>
internal static class ReturnRules
{
    public static void Check(IMethodSymbol method, KnownSymbols symbols, ImmutableArray<HandlerProblem>.Builder problems)
    {
        if (method.ReturnsVoid)
        {
            if (IsAsyncVoid(method))
            {
                problems.Add(new HandlerProblem(
                    DiagnosticIds.AsyncVoidHandler,
                    HandlerProblemPlace.ReturnType,
                    0,
                    HandlerRules.Describe(method),
                    "an async void handler cannot be awaited and its exceptions end the process; return Task"));
            }

            return;
        }

        if (WhyNotReturnable(method, symbols) is { } reason)
        {
            problems.Add(new HandlerProblem(DiagnosticIds.UnsupportedReturn, HandlerProblemPlace.ReturnType, 0, HandlerRules.Describe(method), reason));
        }
    }

    /// <summary>Whether the method returns before it has ended and nothing tells when that is.</summary>
    public static bool IsAsyncVoid(IMethodSymbol method) =>
        method.ReturnsVoid && (method.IsAsync || method.PartialImplementationPart is { IsAsync: true });

    /// <summary>The type of a handler's result: what it returns, or what its task does; null when there is none.</summary>
    public static ITypeSymbol? GetResultType(IMethodSymbol method, KnownSymbols symbols)
    {
        if (method.ReturnsVoid || KnownSymbols.Same(method.ReturnType, symbols.ValueTask))
        {
            return null;
        }

        if (KnownSymbols.Same(method.ReturnType.OriginalDefinition, symbols.ValueTaskOfT))
        {
            return ((INamedTypeSymbol)method.ReturnType).TypeArguments[0];
        }

        for (ITypeSymbol? level = method.ReturnType; level is not null; level = level.BaseType)
        {
            if (KnownSymbols.Same(level.OriginalDefinition, symbols.TaskOfT))
            {
                return ((INamedTypeSymbol)level).TypeArguments[0];
            }

            if (KnownSymbols.Same(level, symbols.Task))
            {
                return null;
            }
        }

        return method.ReturnType;
    }

    /// <summary>Why nobody could use what the method returns, or null when one can or it returns nothing.</summary>
    public static string? WhyNotReturnable(IMethodSymbol method, KnownSymbols symbols)
    {
        const string Supported = "; return void, a value, Task, Task<T>, ValueTask or ValueTask<T>";
        ITypeSymbol type = method.ReturnType;
        if (method.ReturnsByRef || method.ReturnsByRefReadonly)
        {
            return "it returns by reference" + Supported;
        }

        if (UnsupportedTypes.IsPointer(type))
        {
            return $"it returns the pointer type '{Display(type)}'" + Supported;
        }

        if (type.IsRefLikeType)
        {
            return $"it returns the ref struct '{Display(type)}'" + Supported;
        }

        if (UnsupportedTypes.HasStaticAbstractMembers(type))
        {
            return $"it returns '{Display(type)}', whose static abstract members keep it from being a type argument" + Supported;
        }

        ITypeSymbol definition = type.OriginalDefinition;
        if (KnownSymbols.Same(definition, symbols.AsyncEnumerableOfT) || KnownSymbols.Same(definition, symbols.AsyncEnumeratorOfT))
        {
            return $"nobody would enumerate the '{Display(type)}' it returns" + Supported;
        }

        if (IsIterator(method))
        {
            return "an iterator runs nothing until somebody enumerates it, and nobody would" + Supported;
        }

        return IsUnknownTaskType(definition, symbols) ? $"nobody would await the '{Display(type)}' it returns" + Supported : null;
    }

    private static string Display(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private static bool IsUnknownTaskType(ITypeSymbol definition, KnownSymbols symbols)
    {
        if (KnownSymbols.Same(definition, symbols.ValueTask) || KnownSymbols.Same(definition, symbols.ValueTaskOfT))
        {
            return false;
        }

        foreach (AttributeData attribute in definition.GetAttributes())
        {
            if (KnownSymbols.Same(attribute.AttributeClass, symbols.AsyncMethodBuilderAttribute))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsIterator(IMethodSymbol method)
    {
        if (method.ReturnType.OriginalDefinition.SpecialType is not (
            SpecialType.System_Collections_IEnumerable or SpecialType.System_Collections_IEnumerator
            or SpecialType.System_Collections_Generic_IEnumerable_T or SpecialType.System_Collections_Generic_IEnumerator_T))
        {
            return false;
        }

        foreach (SyntaxReference reference in (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences)
        {
            // A yield inside a local function is the local function's.
            if (reference.GetSyntax() is MethodDeclarationSyntax { Body: { } body }
                && body.DescendantNodes(static node => node is not LocalFunctionStatementSyntax).Any(static node => node is YieldStatementSyntax))
            {
                return true;
            }
        }

        return false;
    }
}
