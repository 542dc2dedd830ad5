using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pyventus.Analyzers;

/// <summary>
/// What a file's calls of <c>Subscribe</c> and <c>Emit</c> mention, by syntax alone: a file is read once, whatever changes in
/// others.
/// </summary>
internal sealed class SyntaxMentions
{
    private static readonly ConditionalWeakTable<SyntaxTree, SyntaxMentions> _cache = new();

    private SyntaxMentions()
    {
    }

    public MentionSet Subscribed { get; } = new();

    public MentionSet Emitted { get; } = new();

    public static SyntaxMentions Get(SyntaxTree tree) => _cache.GetValue(tree, static key => Read(key));

    private static SyntaxMentions Read(SyntaxTree tree)
    {
        var mentions = new SyntaxMentions();
        var root = tree.GetRoot();
        foreach (var invocation in root.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            var name = GetName(invocation.Expression);
            if (mentions.GetSet(name?.Identifier.ValueText) is { } set)
            {
                Collect(name!, set);
                Collect(invocation.ArgumentList, set);
            }
        }

        ResolveLocals(root, mentions.Subscribed);
        ResolveLocals(root, mentions.Emitted);
        return mentions;
    }

    private static SimpleNameSyntax? GetName(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => called as SimpleNameSyntax,
    };

    private MentionSet? GetSet(string? called) => called switch
    {
        "Subscribe" or "Observe" or "StreamAsync" => Subscribed,
        "Emit" or "EmitAsync" => Emitted,
        _ => null,
    };

    private static void Collect(SyntaxNode node, MentionSet set)
    {
        // What a lambda does is its own; what it takes says which event it handles.
        foreach (var descendant in node.DescendantNodesAndSelf(static child => child.Parent is not AnonymousFunctionExpressionSyntax || child is ParameterListSyntax))
        {
            switch (descendant)
            {
                case LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression):
                    set.Texts.Add(literal.Token.ValueText);
                    break;
                case SimpleNameSyntax name:
                    set.Identifiers.Add(name.Identifier.ValueText);
                    break;
            }
        }
    }

    // No symbol says what is local to a method: constants stand for their texts, functions for the types they take.
    private static void ResolveLocals(SyntaxNode root, MentionSet set)
    {
        foreach (var node in root.DescendantNodes())
        {
            switch (node)
            {
                case LocalDeclarationStatementSyntax { IsConst: true } constant:
                    foreach (var variable in constant.Declaration.Variables.Where(variable => set.Identifiers.Contains(variable.Identifier.ValueText)))
                    {
                        Collect(variable, set);
                    }

                    break;
                case LocalFunctionStatementSyntax function when set.Identifiers.Contains(function.Identifier.ValueText):
                    Collect(function.ParameterList, set);
                    break;
            }
        }
    }
}
