using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pyventus.Generators.Parsing;

/// <summary>Compares syntax but for white space, comments and what is inside of bodies.</summary>
internal static class SyntaxEquality
{
    public static bool Same(IEnumerable<SyntaxNode> before, IEnumerable<SyntaxNode> after) =>
        Same(before.Select(static node => (SyntaxNodeOrToken)node), after.Select(static node => (SyntaxNodeOrToken)node));

    public static bool Same(IEnumerable<SyntaxNodeOrToken> before, IEnumerable<SyntaxNodeOrToken> after)
    {
        SyntaxNodeOrToken[] partsBefore = [.. before];
        SyntaxNodeOrToken[] partsAfter = [.. after];
        if (partsBefore.Length != partsAfter.Length)
        {
            return false;
        }

        for (int index = 0; index < partsAfter.Length; index++)
        {
            if (!Same(partsBefore[index], partsAfter[index]))
            {
                return false;
            }
        }

        return true;
    }

    public static bool Same(SyntaxNodeOrToken before, SyntaxNodeOrToken after) =>
        before.IsIncrementallyIdenticalTo(after)
        || (before.RawKind == after.RawKind
            && (after.AsNode() is { } node ? Same(before.AsNode()!, node) : before.AsToken().Text == after.AsToken().Text));

    /// <summary>Whether the node is a body: other declarations cannot see what it says, except that a method yields.</summary>
    public static bool IsBody(SyntaxNode node) => node switch
    {
        BlockSyntax or ArrowExpressionClauseSyntax => true,
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax } => true,
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax field } } => !field.Modifiers.Any(SyntaxKind.ConstKeyword),
        _ => false,
    };

    // The handler may be declared in another file than the body that is looked into.
    private static bool Same(SyntaxNode before, SyntaxNode after) =>
        IsBody(after) ? Yields(before) == Yields(after)
        : after is MethodDeclarationSyntax method && method.Modifiers.Any(SyntaxKind.PartialKeyword) ? before.ToFullString() == after.ToFullString()
        : Same(before.ChildNodesAndTokens(), after.ChildNodesAndTokens());

    private static bool Yields(SyntaxNode body) =>
        body.DescendantNodes(static node => node is not LocalFunctionStatementSyntax).Any(static node => node is YieldStatementSyntax);
}
