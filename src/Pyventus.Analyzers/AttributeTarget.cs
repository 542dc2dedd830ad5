using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pyventus.Analyzers;

/// <summary>The declarations that can carry an attribute for methods, and the methods they declare.</summary>
internal static class AttributeTarget
{
    /// <summary>Whatever may carry an attribute for methods.</summary>
    public static readonly ImmutableArray<SyntaxKind> Kinds =
    [
        SyntaxKind.MethodDeclaration, SyntaxKind.LocalFunctionStatement, SyntaxKind.ParenthesizedLambdaExpression,
        SyntaxKind.GetAccessorDeclaration, SyntaxKind.SetAccessorDeclaration, SyntaxKind.InitAccessorDeclaration,
        SyntaxKind.AddAccessorDeclaration, SyntaxKind.RemoveAccessorDeclaration, SyntaxKind.EventFieldDeclaration,
        SyntaxKind.OperatorDeclaration, SyntaxKind.ConversionOperatorDeclaration, SyntaxKind.DestructorDeclaration,
    ];

    /// <summary>The attributes of a declaration.</summary>
    public static IEnumerable<AttributeSyntax> GetAttributes(SyntaxNode declaration) =>
        declaration.ChildNodes().OfType<AttributeListSyntax>().SelectMany(static list => list.Attributes);

    /// <summary>Whether the attribute stands at this place in the source.</summary>
    public static bool IsWrittenAs(AttributeData attribute, AttributeSyntax syntax) =>
        attribute.ApplicationSyntaxReference is { } reference
        && reference.SyntaxTree == syntax.SyntaxTree
        && reference.Span == syntax.Span;

    /// <summary>The method that a declaration stands for.</summary>
    public static IMethodSymbol? GetMethod(SyntaxNode declaration, SemanticModel model, CancellationToken cancellationToken) => declaration switch
    {
        LambdaExpressionSyntax lambda => model.GetSymbolInfo(lambda, cancellationToken).Symbol as IMethodSymbol,

        // [method: On("a")] on an event stands for its accessors.
        EventFieldDeclarationSyntax events =>
            (model.GetDeclaredSymbol(events.Declaration.Variables[0], cancellationToken) as IEventSymbol)?.AddMethod,
        _ => model.GetDeclaredSymbol(declaration, cancellationToken) as IMethodSymbol,
    };
}
