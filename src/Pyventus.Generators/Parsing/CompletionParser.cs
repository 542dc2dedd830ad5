using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pyventus.Generators.Models;
using Pyventus.Roslyn;

namespace Pyventus.Generators.Parsing;

/// <summary>
/// Decides whether the body of a handler that returns a task shows that the task has completed by then, so that nobody has
/// to wait for it or even to look at it. Only that body is looked at, and what is not recognized is not bound, which would cost.
/// </summary>
internal static class CompletionParser
{
    private const string Success = "FromResult";
    private static readonly string[] _factories = [Success, "FromException", "FromCanceled"];

    public static TaskCompletion Parse(IMethodSymbol method, SemanticModel model, KnownSymbols symbols, CancellationToken cancellationToken)
    {
        if (!IsTask(method.ReturnType, symbols)
            || CanBeOverridden(method)
            || method.GetAttributes().Any(attribute => KnownSymbols.Same(attribute.AttributeClass, symbols.AsyncMethodBuilderAttribute)))
        {
            return TaskCompletion.Unknown;
        }

        IMethodSymbol implementation = method.PartialImplementationPart ?? method;
        if (implementation.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is not MethodDeclarationSyntax declaration
            || GetBody(declaration) is not { } body)
        {
            return TaskCompletion.Unknown;
        }

        if (implementation.IsAsync)
        {
            return body.DescendantTokens(IsOfMethod).Any(static token => token.IsKind(SyntaxKind.AwaitKeyword)) ? TaskCompletion.Unknown : TaskCompletion.Completed;
        }

        return GetReturned(declaration)
            .Select(expression => expression is null ? TaskCompletion.Unknown : Parse(expression, method.ReturnType.IsValueType, model, symbols, cancellationToken))
            .DefaultIfEmpty(TaskCompletion.Completed)
            .Min();
    }

    /// <summary>What is bound in the body of a method for that, if it is a handler, beside the arguments of constructors.</summary>
    public static IEnumerable<SyntaxNode> GetBoundNames(MethodDeclarationSyntax method) => GetReturned(method)
        .Select(static expression => expression switch
        {
            DefaultExpressionSyntax value => value.Type,
            InvocationExpressionSyntax invocation when IsNamed(invocation.Expression, _factories) => invocation.Expression,
            IdentifierNameSyntax or MemberAccessExpressionSyntax when IsNamed(expression, "CompletedTask") => expression,
            _ => null,
        })
        .OfType<SyntaxNode>();

    /// <summary>Whether arguments of constructors are bound for that, which may contain any expression.</summary>
    public static bool BindsArguments(MethodDeclarationSyntax method) => GetReturned(method).Any(static expression => expression is BaseObjectCreationExpressionSyntax);

    private static bool CanBeOverridden(IMethodSymbol method) =>
        (method.IsVirtual || method.IsOverride) && !method.IsSealed && !method.ContainingType.IsSealed;

    private static SyntaxNode? GetBody(MethodDeclarationSyntax method) => method.Body ?? (SyntaxNode?)method.ExpressionBody;

    // What the method returns, each branch of a conditional expression for itself; null for a return without a value.
    private static IEnumerable<ExpressionSyntax?> GetReturned(MethodDeclarationSyntax method) =>
        method.Modifiers.Any(SyntaxKind.AsyncKeyword) ? []
        : method.ExpressionBody is { } expressionBody ? GetBranches(expressionBody.Expression)
        : method.Body is { } body ? body.DescendantNodes(IsOfMethod).OfType<ReturnStatementSyntax>().SelectMany(static statement => GetBranches(statement.Expression))
        : [];

    private static IEnumerable<ExpressionSyntax?> GetBranches(ExpressionSyntax? expression) => expression switch
    {
        ParenthesizedExpressionSyntax parenthesized => GetBranches(parenthesized.Expression),
        ConditionalExpressionSyntax conditional => GetBranches(conditional.WhenTrue).Concat(GetBranches(conditional.WhenFalse)),
        _ => [expression],
    };

    // Lambdas and local functions have returns and awaits of their own.
    private static bool IsOfMethod(SyntaxNode node) => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);

    private static TaskCompletion Parse(ExpressionSyntax expression, bool isValue, SemanticModel model, KnownSymbols symbols, CancellationToken cancellationToken)
    {
        // The default of a class is no task.
        TaskCompletion ofDefault = isValue ? TaskCompletion.Succeeded : TaskCompletion.Completed;
        return expression switch
        {
            ThrowExpressionSyntax => TaskCompletion.Succeeded,
            LiteralExpressionSyntax { RawKind: (int)SyntaxKind.DefaultLiteralExpression } => ofDefault,

            // Of another type, it could be a task by way of a conversion.
            DefaultExpressionSyntax when In(model, expression).GetTypeInfo(expression, cancellationToken).Type is { } type && IsTask(type, symbols) => ofDefault,
            IdentifierNameSyntax or MemberAccessExpressionSyntax when IsNamed(expression, "CompletedTask")
                && GetSymbol<IPropertySymbol>(expression, model, cancellationToken) is { } property
                && IsTask(property.ContainingType, symbols) => TaskCompletion.Succeeded,

            // Only the name of the method: its arguments may be anything.
            InvocationExpressionSyntax { Expression: var name } when IsNamed(name, _factories)
                && In(model, name).GetMemberGroup(name, cancellationToken) is { IsEmpty: false } factories
                && factories.All(factory => IsTask(factory.ContainingType, symbols)) => IsNamed(name, Success) ? TaskCompletion.Succeeded : TaskCompletion.Completed,
            BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: <= 1, Initializer: null }
                when GetSymbol<IMethodSymbol>(expression, model, cancellationToken) is { } constructor
                && IsOfValue(constructor, symbols) => TaskCompletion.Succeeded,
            _ => TaskCompletion.Unknown,
        };
    }

    // Not of a task or of a source that ends when it likes.
    private static bool IsOfValue(IMethodSymbol constructor, KnownSymbols symbols) =>
        constructor.ContainingType.IsValueType
        && IsTask(constructor.ContainingType, symbols)
        && constructor.OriginalDefinition.Parameters.All(static parameter => parameter.Type.TypeKind == TypeKind.TypeParameter);

    private static bool IsTask(ITypeSymbol? type, KnownSymbols symbols)
    {
        ITypeSymbol? definition = type?.OriginalDefinition;
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
