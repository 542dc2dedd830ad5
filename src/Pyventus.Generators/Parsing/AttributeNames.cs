using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pyventus.Generators.Parsing;

/// <summary>The names under which <c>[On]</c>, <c>[Once]</c> and <c>[Emits]</c> may be written: their own, and any alias, since only binding tells what one stands for.</summary>
internal static class AttributeNames
{
    private const string Suffix = "Attribute";

    private static readonly ImmutableHashSet<string> _names = ImmutableHashSet.Create("OnAttribute", "OnceAttribute", "EmitsAttribute");

    /// <summary>The names in every file of the compilation.</summary>
    public static ImmutableHashSet<string> Find(IEnumerable<SyntaxTree> trees, CancellationToken cancellationToken) =>
        _names.Union(trees
            .SelectMany(tree => tree.GetCompilationUnitRoot(cancellationToken).Usings)
            .Where(static directive => directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword))
            .SelectMany(GetAlias));

    /// <summary>The names in the file, whose global ones are known.</summary>
    public static ImmutableHashSet<string> With(this ImmutableHashSet<string> names, IEnumerable<SyntaxNode> nodes) =>
        names.Union(nodes
            .SelectMany(static node => node switch
            {
                CompilationUnitSyntax file => file.Usings,
                BaseNamespaceDeclarationSyntax space => space.Usings,
                _ => default,
            })
            .SelectMany(GetAlias));

    /// <summary>Whether an attribute of the method may be one of them.</summary>
    public static bool AreOn(this ImmutableHashSet<string> names, MethodDeclarationSyntax method)
    {
        foreach (AttributeListSyntax list in method.AttributeLists)
        {
            foreach (AttributeSyntax attribute in list.Attributes)
            {
                string name = GetRightmost(attribute.Name).Identifier.ValueText;
                if (names.Contains(name) || names.Contains(name + Suffix))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The last part of a qualified name.</summary>
    public static SimpleNameSyntax GetRightmost(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right,
        AliasQualifiedNameSyntax aliased => aliased.Name,
        _ => (SimpleNameSyntax)name,
    };

    private static IEnumerable<string> GetAlias(UsingDirectiveSyntax directive) =>
        directive.Alias is { } alias ? [alias.Name.Identifier.ValueText] : [];
}
