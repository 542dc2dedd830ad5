using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Pyventus.CodeFixes;

/// <summary>Writes methods without a body.</summary>
internal static class MethodStub
{
    private static readonly SymbolDisplayFormat _typeFormat =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The type of a parameter, to be simplified where it stands.</summary>
    public static TypeSyntax CreateType(ITypeSymbol type) =>
        SyntaxFactory.ParseTypeName(type.ToDisplayString(_typeFormat)).WithAdditionalAnnotations(Simplifier.Annotation);

    /// <summary>A method that returns nothing.</summary>
    /// <param name="head">What stands before the parameters: attributes, modifiers, <c>void</c> and the name.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="isFirst">Whether no other member stands before it.</param>
    public static MemberDeclarationSyntax Create(string head, IEnumerable<(string Name, ITypeSymbol Type)> parameters, bool isFirst)
    {
        string list = string.Join(", ", parameters.Select(static parameter => $"{parameter.Type.ToDisplayString(_typeFormat)} {parameter.Name}"));
        var method = SyntaxFactory.ParseMemberDeclaration($"{head}({list}) {{ }}")!
            .NormalizeWhitespace(eol: "\n", elasticTrivia: true);
        return (isFirst ? method : method.WithLeadingTrivia(SyntaxFactory.ElasticLineFeed))
            .WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);
    }
}
