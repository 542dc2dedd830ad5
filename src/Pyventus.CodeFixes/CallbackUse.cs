using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pyventus.Roslyn;

namespace Pyventus.CodeFixes;

/// <summary>An <c>OnSuccess</c> or <c>OnFailure</c> where it stands in the source.</summary>
/// <param name="Handler">The handler.</param>
/// <param name="Declaration">The declaration of the handler that has the attribute.</param>
/// <param name="Argument">Which of the two it is.</param>
/// <param name="Name">The name it gives.</param>
internal sealed record CallbackUse(IMethodSymbol Handler, MethodDeclarationSyntax Declaration, string Argument, string Name)
{
    /// <summary>The use that the node is a part of; null when it is not in the attribute of a method.</summary>
    public static CallbackUse? Find(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken) =>
        node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { NameEquals.Name.Identifier.ValueText: var argument } written
        && written.FirstAncestorOrSelf<AttributeSyntax>() is { Parent.Parent: MethodDeclarationSyntax declaration }
        && model.GetDeclaredSymbol(declaration, cancellationToken) is { } handler
        && model.GetConstantValue(written.Expression, cancellationToken).Value is string name
            ? new CallbackUse(handler, declaration, argument, name)
            : null;

    /// <summary>The methods of that name.</summary>
    public IMethodSymbol[] FindMethods() =>
        [.. Handler.ContainingType.GetMembers(Name).OfType<IMethodSymbol>().Where(static method => method.MethodKind == MethodKind.Ordinary)];

    /// <summary>Whether a method of that name can be added without getting into the way of another member.</summary>
    public bool IsFree()
    {
        var type = Handler.ContainingType;
        for (var level = type; level is not null; level = level.BaseType)
        {
            if (!level.GetMembers(Name).IsEmpty)
            {
                return false;
            }
        }

        return type.Name != Name && type.TypeParameters.All(parameter => parameter.Name != Name);
    }

    /// <summary>
    /// What all handlers of the type that name the method give it: the type of the result, or <see cref="Exception"/>; null
    /// where they give different things or nothing, or something that a callback cannot take.
    /// </summary>
    public ITypeSymbol? FindSubjectType(KnownSymbols symbols)
    {
        var given = CallbackRules.GetSubjectType(Handler, Argument, symbols);
        return given is not null
            && (Argument == CallbackRules.OnFailure || ReturnRules.WhyNotReturnable(Handler, symbols) is null)
            && HandlerPayload.CanBeTaken(given, symbols)
            && FindAll(symbols).All(use => KnownSymbols.Same(CallbackRules.GetSubjectType(use.Handler, use.Argument, symbols), given))
                ? given
                : null;
    }

    /// <summary>Whether the method has to be static, as a handler that names it is.</summary>
    public bool IsStatic(KnownSymbols symbols) => FindAll(symbols).Any(static use => use.Handler.IsStatic);

    // The handlers of the type that name the same method.
    private IEnumerable<(IMethodSymbol Handler, string Argument)> FindAll(KnownSymbols symbols) =>
        from handler in Handler.ContainingType.GetMembers().OfType<IMethodSymbol>()
        from attribute in HandlerRules.GetHandlerAttributes(handler, symbols)
        from argument in ImmutableArray.Create(CallbackRules.OnSuccess, CallbackRules.OnFailure)
        where Equals(AttributeArguments.GetNamed(attribute, argument), Name)
        select (handler, argument);
}
