using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Pyventus.Roslyn;

/// <summary>
/// Decides whether a method with <c>[On]</c> or <c>[Once]</c> can be linked: the one predicate of the generator, which
/// skips what is invalid, and of the analyzers, which say why.
/// </summary>
internal static class HandlerRules
{
    /// <summary>Everything that prevents this attribute from linking this method; empty when it is linked.</summary>
    public static ImmutableArray<HandlerProblem> Validate(IMethodSymbol method, AttributeData attribute, KnownSymbols symbols) =>
        ValidateMethod(method, symbols).AddRange(ValidateAttribute(method, attribute, symbols));

    /// <summary>What is wrong with the method, whatever its attributes say; to be reported once per method.</summary>
    public static ImmutableArray<HandlerProblem> ValidateMethod(IMethodSymbol method, KnownSymbols symbols)
    {
        var problems = ImmutableArray.CreateBuilder<HandlerProblem>();
        MethodRules.CheckKind(method, symbols, problems);
        if (problems.Count > 0)
        {
            // Nothing that is said about the rest of the declaration would help.
            return problems.ToImmutable();
        }

        MethodRules.CheckAccess(method, symbols, problems);
        MethodRules.CheckGenerics(method, problems);
        ReturnRules.Check(method, symbols, problems);
        ParameterRules.Check(method, symbols, problems);
        return problems.ToImmutable();
    }

    /// <summary>What is wrong with one attribute of the method: its events, its linker, its callbacks, and how the payload fits its event types.</summary>
    public static ImmutableArray<HandlerProblem> ValidateAttribute(IMethodSymbol method, AttributeData attribute, KnownSymbols symbols)
    {
        var problems = ImmutableArray.CreateBuilder<HandlerProblem>();
        ImmutableArray<EventReference> events = EventReference.Read(attribute);
        EventRules.Check(method, events, symbols, problems);
        EventRules.CheckOnAndOnce(method, attribute, events, symbols, problems);
        LinkerRules.Check(attribute, symbols, problems);
        CallbackRules.Check(method, attribute, symbols, problems);
        if (problems.Count == 0)
        {
            EventRules.CheckPayload(method, events, symbols, problems);
        }

        return problems.ToImmutable();
    }

    /// <summary>
    /// Whether the declaration names something that does not exist. The compiler says so; the generator skips it and no
    /// rule has anything to add.
    /// </summary>
    public static bool HasCompileErrors(IMethodSymbol method, AttributeData attribute)
    {
        if (attribute.AttributeConstructor is null
            || HasSignatureErrors(method)
            || CallbackRules.GetCandidates(method, attribute).Any(HasSignatureErrors))
        {
            return true;
        }

        foreach (TypedConstant argument in attribute.ConstructorArguments)
        {
            if (ContainsError(argument))
            {
                return true;
            }
        }

        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (ContainsError(argument.Value))
            {
                return true;
            }
        }

        return attribute.AttributeClass is { IsGenericType: true } generic && ContainsError(generic.TypeArguments[0]);
    }

    /// <summary>The <c>[On]</c> and <c>[Once]</c> attributes of the method, those of both parts of a partial method included, in a stable order.</summary>
    public static ImmutableArray<AttributeData> GetHandlerAttributes(IMethodSymbol method, KnownSymbols symbols) =>
        (method.PartialDefinitionPart ?? method).GetAttributes().RemoveAll(attribute => !symbols.IsHandlerAttribute(attribute));

    /// <summary>The method as messages name it: <c>OrderHandlers.Log</c>.</summary>
    public static string Describe(IMethodSymbol method) =>
        method.MethodKind == MethodKind.AnonymousFunction ? "the lambda"
        : method.ContainingType is { Name.Length: > 0 } type ? $"{type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}.{method.Name}" : method.Name;

    private static bool HasSignatureErrors(IMethodSymbol method) =>
        ContainsError(method.ReturnType) || method.Parameters.Any(static parameter => ContainsError(parameter.Type));

    private static bool ContainsError(TypedConstant constant)
    {
        return constant.Kind switch
        {
            TypedConstantKind.Error => true,
            TypedConstantKind.Type => constant.Value is ITypeSymbol type && ContainsError(type),
            TypedConstantKind.Array when !constant.IsNull => constant.Values.Any(ContainsError),
            _ => false,
        };
    }

    /// <summary>Whether the type names something that does not exist.</summary>
    public static bool ContainsError(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Error } => true,
        IArrayTypeSymbol array => ContainsError(array.ElementType),
        IPointerTypeSymbol pointer => ContainsError(pointer.PointedAtType),
        INamedTypeSymbol { IsUnboundGenericType: true } => false,
        INamedTypeSymbol named => named.TypeArguments.Any(ContainsError),
        _ => false,
    };
}
