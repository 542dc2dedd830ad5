using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Pyventus.CodeFixes;

/// <summary>Code that may await.</summary>
internal static class AsyncCode
{
    /// <summary>Whether an <c>await</c> may stand here as the code is: in an async function or in top-level statements, and in no lock.</summary>
    public static bool MayAwait(SyntaxNode node)
    {
        foreach (var ancestor in node.Ancestors())
        {
            switch (ancestor)
            {
                case LockStatementSyntax or UnsafeStatementSyntax or QueryExpressionSyntax or EqualsValueClauseSyntax { Parent: ParameterSyntax }:
                    return false;
                case AnonymousFunctionExpressionSyntax function:
                    return function.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword);
                case LocalFunctionStatementSyntax function:
                    return function.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case MemberDeclarationSyntax member:
                    return member is GlobalStatementSyntax || member.Modifiers.Any(SyntaxKind.AsyncKeyword);
            }
        }

        return false;
    }

    /// <summary>The awaited expression, to stand in the place of another one.</summary>
    public static ExpressionSyntax Await(ExpressionSyntax task, ExpressionSyntax replaced)
    {
        ExpressionSyntax awaited = SyntaxFactory.AwaitExpression(
            SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), task.WithoutTrivia());
        bool isPart = replaced.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or ConditionalAccessExpressionSyntax or PostfixUnaryExpressionSyntax;
        return (isPart ? SyntaxFactory.ParenthesizedExpression(awaited) : awaited)
            .WithTriviaFrom(replaced)
            .WithAdditionalAnnotations(Formatter.Annotation);
    }
}
