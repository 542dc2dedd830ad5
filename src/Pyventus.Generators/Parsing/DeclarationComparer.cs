using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pyventus.Generators.Parsing;

/// <summary>Compares two versions of a file by what other files can see of it. What the parser took over from the first version is not looked at.</summary>
internal static class DeclarationComparer
{
    public static DeclarationChange Compare(SyntaxTree before, SyntaxTree after, CancellationToken cancellationToken) =>
        before == after ? DeclarationChange.None
        : before.FilePath == after.FilePath && before.Options.Equals(after.Options) ? Compare(before.GetRoot(cancellationToken), after.GetRoot(cancellationToken))
        : DeclarationChange.Any;

    private static DeclarationChange Compare(SyntaxNodeOrToken before, SyntaxNodeOrToken after) =>
        before.IsIncrementallyIdenticalTo(after) ? DeclarationChange.None
        : before.RawKind != after.RawKind ? DeclarationChange.Any
        : after.AsNode() is { } node ? Compare(before.AsNode()!, node)
        : Same(before.AsToken(), after.AsToken()) ? DeclarationChange.None
        : DeclarationChange.Any;

    private static DeclarationChange Compare(SyntaxNode before, SyntaxNode after) => after switch
    {
        BlockSyntax or ArrowExpressionClauseSyntax => SameSeenOfBody(before, after) ? DeclarationChange.None : DeclarationChange.Any,

        // The handler may be declared in another file than its body, which is looked into.
        MethodDeclarationSyntax method when IsPartial(method.Modifiers) => before.ToFullString() == after.ToFullString() ? DeclarationChange.None : DeclarationChange.Any,
        MethodDeclarationSyntax method => CompareMethods((MethodDeclarationSyntax)before, method),
        CompilationUnitSyntax file => CompareFiles((CompilationUnitSyntax)before, file),
        _ => CompareAll(before.ChildNodesAndTokens(), after.ChildNodesAndTokens()),
    };

    private static DeclarationChange CompareMethods(MethodDeclarationSyntax before, MethodDeclarationSyntax after)
    {
        DeclarationChange change = CompareAll(before.ChildNodesAndTokens(), after.ChildNodesAndTokens());

        // Other parts of the type may name it as a callback, types may implement it, and anybody may name an event after it.
        return change != DeclarationChange.None
            && after.Parent is TypeDeclarationSyntax type and not InterfaceDeclarationSyntax
            && !IsPartial(type.Modifiers)
            && before.Identifier.ValueText == after.Identifier.ValueText
            && before.Modifiers.ToString() == after.Modifiers.ToString()
            && before.ExplicitInterfaceSpecifier is null
            && after.ExplicitInterfaceSpecifier is null
            && SameNullableDirectives([before], [after])
                ? DeclarationChange.Signatures
                : change;
    }

    // Top-level statements are a body, too.
    private static DeclarationChange CompareFiles(CompilationUnitSyntax before, CompilationUnitSyntax after)
    {
        GlobalStatementSyntax[] statementsBefore = [.. before.Members.OfType<GlobalStatementSyntax>()];
        GlobalStatementSyntax[] statementsAfter = [.. after.Members.OfType<GlobalStatementSyntax>()];
        return statementsBefore.Length > 0 == statementsAfter.Length > 0 && SameNullableDirectives(statementsBefore, statementsAfter)
            ? CompareAll(before.ChildNodesAndTokens().Where(IsDeclaration), after.ChildNodesAndTokens().Where(IsDeclaration))
            : DeclarationChange.Any;
    }

    private static DeclarationChange CompareAll(IEnumerable<SyntaxNodeOrToken> before, IEnumerable<SyntaxNodeOrToken> after)
    {
        SyntaxNodeOrToken[] partsBefore = [.. before];
        SyntaxNodeOrToken[] partsAfter = [.. after];
        if (partsBefore.Length != partsAfter.Length)
        {
            return DeclarationChange.Any;
        }

        var change = DeclarationChange.None;
        for (int index = 0; index < partsAfter.Length && change != DeclarationChange.Any; index++)
        {
            DeclarationChange found = Compare(partsBefore[index], partsAfter[index]);
            change = found > change ? found : change;
        }

        return change;
    }

    // A method that yields is an iterator, and a directive goes on after the body.
    private static bool SameSeenOfBody(SyntaxNode before, SyntaxNode after) =>
        Yields(before) == Yields(after) && SameNullableDirectives([before], [after]);

    private static bool Yields(SyntaxNode body) =>
        body.DescendantNodes(static node => node is not LocalFunctionStatementSyntax).Any(static node => node is YieldStatementSyntax);

    private static bool Same(SyntaxToken before, SyntaxToken after) =>
        before.Text == after.Text && GetNullableDirectives(before.LeadingTrivia).SequenceEqual(GetNullableDirectives(after.LeadingTrivia));

    private static bool SameNullableDirectives(IEnumerable<SyntaxNode> before, IEnumerable<SyntaxNode> after) =>
        before.SelectMany(GetNullableDirectives).SequenceEqual(after.SelectMany(GetNullableDirectives));

    private static IEnumerable<string> GetNullableDirectives(SyntaxNode node) =>
        node.ContainsDirectives ? GetNullableDirectives(node.DescendantTrivia()) : [];

    private static IEnumerable<string> GetNullableDirectives(IEnumerable<SyntaxTrivia> trivia) =>
        trivia.Where(static item => item.IsKind(SyntaxKind.NullableDirectiveTrivia)).Select(static item => item.ToString());

    private static bool IsDeclaration(SyntaxNodeOrToken part) => !part.IsKind(SyntaxKind.GlobalStatement);

    private static bool IsPartial(SyntaxTokenList modifiers) => modifiers.Any(SyntaxKind.PartialKeyword);
}
