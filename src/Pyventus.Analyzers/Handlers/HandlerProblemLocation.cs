using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>Finds the part of the source that a <see cref="HandlerProblem"/> is about.</summary>
internal static class HandlerProblemLocation
{
    /// <summary>
    /// The span to mark; always in the declaration that carries the attribute. A handler in an inaccessible type is
    /// marked itself: each handler that is not linked shows it.
    /// </summary>
    public static Location Find(HandlerProblem problem, AttributeSyntax attribute)
    {
        SyntaxNode? declaration = attribute.Parent?.Parent;
        SyntaxNodeOrToken? marked = problem.Place switch
        {
            HandlerProblemPlace.AttributeEvent => AttributeEvents.Find(attribute).ElementAtOrDefault(problem.Index),
            HandlerProblemPlace.AttributeLinker => GetArgument(attribute, "Linker"),
            HandlerProblemPlace.AttributeOnSuccess => GetArgument(attribute, CallbackRules.OnSuccess),
            HandlerProblemPlace.AttributeOnFailure => GetArgument(attribute, CallbackRules.OnFailure),
            HandlerProblemPlace.Parameter => (declaration as MethodDeclarationSyntax)?.ParameterList.Parameters.ElementAtOrDefault(problem.Index),
            HandlerProblemPlace.ReturnType => (declaration as MethodDeclarationSyntax)?.ReturnType,
            HandlerProblemPlace.Method or HandlerProblemPlace.ContainingType => GetIdentifier(declaration),
            _ => null,
        };
        return (marked ?? attribute).GetLocation() ?? attribute.GetLocation();
    }

    private static ExpressionSyntax? GetArgument(AttributeSyntax attribute, string name) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)?.Expression;

    private static SyntaxToken? GetIdentifier(SyntaxNode? declaration) => declaration switch
    {
        MethodDeclarationSyntax method => method.Identifier,
        LocalFunctionStatementSyntax function => function.Identifier,
        _ => null,
    };
}
