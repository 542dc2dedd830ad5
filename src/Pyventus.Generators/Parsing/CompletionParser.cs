using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pyventus.Roslyn;

namespace Pyventus.Generators.Parsing;

/// <summary>
/// Decides whether the body of a handler that returns a task shows that the task has completed by then, so that nobody has
/// to wait for it. Only that body is looked at, and what is not recognized is not bound, which would cost.
/// </summary>
internal static class CompletionParser
{
    public static bool CompletesAlways(IMethodSymbol method, SemanticModel model, KnownSymbols symbols, CancellationToken cancellationToken)
    {
        if (!IsTask(method.ReturnType, symbols) || method.GetAttributes().Any(attribute => KnownSymbols.Same(attribute.AttributeClass, symbols.AsyncMethodBuilderAttribute)))
        {
            return false;
        }

        IMethodSymbol implementation = method.PartialImplementationPart ?? method;
        if (implementation.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is not MethodDeclarationSyntax declaration
            || (declaration.Body ?? (SyntaxNode?)declaration.ExpressionBody) is not { } body)
        {
            return false;
        }

        if (implementation.IsAsync)
        {
            return !body.DescendantTokens(IsOfMethod).Any(static token => token.IsKind(SyntaxKind.AwaitKeyword));
        }

        var returned = declaration.ExpressionBody is { } expressionBody
            ? [expressionBody.Expression]
            : body.DescendantNodes(IsOfMethod).OfType<ReturnStatementSyntax>().Select(static statement => statement.Expression);
        return returned.All(expression => expression is not null && IsCompleted(expression, model, symbols, cancellationToken));
    }

    // Lambdas and local functions have returns and awaits of their own.
    private static bool IsOfMethod(SyntaxNode node) => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);

    private static bool IsCompleted(ExpressionSyntax expression, SemanticModel model, KnownSymbols symbols, CancellationToken cancellationToken) => expression switch
    {
        ParenthesizedExpressionSyntax parenthesized => IsCompleted(parenthesized.Expression, model, symbols, cancellationToken),
        ConditionalExpressionSyntax conditional =>
            IsCompleted(conditional.WhenTrue, model, symbols, cancellationToken) && IsCompleted(conditional.WhenFalse, model, symbols, cancellationToken),
        ThrowExpressionSyntax or LiteralExpressionSyntax { RawKind: (int)SyntaxKind.DefaultLiteralExpression } => true,

        // Of another type, it could be a task by way of a conversion.
        DefaultExpressionSyntax => In(model, expression).GetTypeInfo(expression, cancellationToken).Type is { } type && IsTask(type, symbols),
        IdentifierNameSyntax or MemberAccessExpressionSyntax when IsNamed(expression, "CompletedTask") =>
            GetSymbol<IPropertySymbol>(expression, model, cancellationToken) is { } property && IsTask(property.ContainingType, symbols),
        InvocationExpressionSyntax invocation when IsNamed(invocation.Expression, "FromResult", "FromException", "FromCanceled") =>
            GetSymbol<IMethodSymbol>(expression, model, cancellationToken) is { } factory && IsTask(factory.ContainingType, symbols),
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: <= 1, Initializer: null } =>
            GetSymbol<IMethodSymbol>(expression, model, cancellationToken) is { } constructor && IsOfValue(constructor, symbols),
        _ => false,
    };

    // Not of a task or of a source that ends when it likes.
    private static bool IsOfValue(IMethodSymbol constructor, KnownSymbols symbols) =>
        constructor.ContainingType.IsValueType
        && IsTask(constructor.ContainingType, symbols)
        && constructor.OriginalDefinition.Parameters.All(static parameter => parameter.Type.TypeKind == TypeKind.TypeParameter);

    private static bool IsTask(ITypeSymbol type, KnownSymbols symbols)
    {
        ITypeSymbol definition = type.OriginalDefinition;
        return KnownSymbols.Same(definition, symbols.Task)
            || KnownSymbols.Same(definition, symbols.TaskOfT)
            || KnownSymbols.Same(definition, symbols.ValueTask)
            || KnownSymbols.Same(definition, symbols.ValueTaskOfT);
    }

    private static bool IsNamed(ExpressionSyntax expression, params string[] names) =>
        (expression is MemberAccessExpressionSyntax access ? access.Name : expression) is SimpleNameSyntax name && names.Contains(name.Identifier.ValueText);

    private static T? GetSymbol<T>(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken)
        where T : class, ISymbol =>
        In(model, expression).GetSymbolInfo(expression, cancellationToken).Symbol as T;

    // The other part of a partial method may be in another file.
    private static SemanticModel In(SemanticModel model, SyntaxNode node) =>
        model.SyntaxTree == node.SyntaxTree ? model : model.Compilation.GetSemanticModel(node.SyntaxTree);
}
