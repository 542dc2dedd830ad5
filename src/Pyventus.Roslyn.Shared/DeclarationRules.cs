using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pyventus.Roslyn;

/// <summary>
/// Decides whether a method with <c>[Emits]</c> declares an event (PYV1009, and PYV1001, PYV1002 and PYV1007 for what the
/// attribute names): the one predicate of the generator, which writes its body, and of the analyzers, which say why not.
/// </summary>
internal static class DeclarationRules
{
    /// <summary>Everything that keeps the method from declaring an event; empty when its body is generated.</summary>
    public static ImmutableArray<HandlerProblem> Validate(IMethodSymbol method, AttributeData attribute, KnownSymbols symbols)
    {
        var problems = ImmutableArray.CreateBuilder<HandlerProblem>();
        CheckName(attribute, problems);
        LinkerRules.Check(attribute, symbols, problems);
        if (WhyNotADeclaration(method, symbols) is { } reason)
        {
            problems.Add(MethodProblem(HandlerProblemPlace.Method, method, reason));

            // Nothing that is said about the rest of the signature would help.
            return problems.ToImmutable();
        }

        if (!method.ReturnsVoid && !IsAsync(method, symbols))
        {
            problems.Add(MethodProblem(
                HandlerProblemPlace.ReturnType, method, $"it returns '{Display(method.ReturnType)}'; return void or ValueTask<EmissionResult>"));
        }

        CheckParameters(method, symbols, problems);
        return problems.ToImmutable();
    }

    /// <summary>The <c>[Emits]</c> of the method; null when it has none.</summary>
    public static AttributeData? GetAttribute(IMethodSymbol method, KnownSymbols symbols) =>
        method.GetAttributes().FirstOrDefault(symbols.IsEmits);

    /// <summary>The name of the event; null when the attribute gives none.</summary>
    public static string? GetEventName(AttributeData attribute) =>
        attribute.ConstructorArguments is { Length: 1 } arguments ? arguments[0].Value as string : null;

    /// <summary>Whether the method emits with <c>EmitAsync</c>.</summary>
    public static bool IsAsync(IMethodSymbol method, KnownSymbols symbols) =>
        method.ReturnType is INamedTypeSymbol { TypeArguments.Length: 1 } type
        && KnownSymbols.Same(type.OriginalDefinition, symbols.ValueTaskOfT)
        && KnownSymbols.Same(type.TypeArguments[0], symbols.EmissionResult);

    /// <summary>The parameters that the event carries: all but the emitter and the token.</summary>
    public static ImmutableArray<IParameterSymbol> GetPayload(IMethodSymbol method, KnownSymbols symbols) =>
        method.Parameters.RemoveAll(parameter => parameter.Ordinal == 0 || KnownSymbols.Same(parameter.Type, symbols.CancellationToken));

    private static void CheckName(AttributeData attribute, ImmutableArray<HandlerProblem>.Builder problems)
    {
        string? name = GetEventName(attribute);
        string subject = "event " + (name is null ? "null" : SymbolDisplay.FormatLiteral(name, quote: true));
        if (string.IsNullOrWhiteSpace(name))
        {
            problems.Add(new HandlerProblem(
                DiagnosticIds.InvalidEventName, HandlerProblemPlace.AttributeEvent, 0, subject, "a name is neither empty nor white space; write one such as \"order.placed\""));
        }
        else if (EventPatterns.IsPattern(name!))
        {
            problems.Add(new HandlerProblem(
                DiagnosticIds.MisusedPattern, HandlerProblemPlace.AttributeEvent, 0, subject, "a pattern cannot be declared; name one event, without '*'"));
        }
    }

    private static string? WhyNotADeclaration(IMethodSymbol method, KnownSymbols symbols)
    {
        if (method.MethodKind != MethodKind.Ordinary || !method.IsStatic)
        {
            return "it is no static method; write 'static partial void Name(this EventEmitter emitter);' with the parameters of the event";
        }

        if (!method.IsPartialDefinition)
        {
            return "it has a body of its own; make it partial and remove the body, which is generated";
        }

        if (method.PartialImplementationPart is { } implementation && !IsGenerated(implementation))
        {
            return "it is implemented already; remove the implementing part, which is generated";
        }

        if (!method.IsExtensionMethod || !KnownSymbols.Same(method.Parameters[0].Type, symbols.EventEmitter))
        {
            return "it is no extension method of EventEmitter; begin its parameters with 'this EventEmitter emitter'";
        }

        if (method.ContainingType is { } type && (type.IsFileLocal || !IsPartial(type)))
        {
            return $"its body cannot be generated into '{type.Name}'; make that class partial and not file-local";
        }

        return method.IsGenericMethod ? "a generic method has no one contract; declare an event for each type" : null;
    }

    private static void CheckParameters(IMethodSymbol method, KnownSymbols symbols, ImmutableArray<HandlerProblem>.Builder problems)
    {
        int tokens = 0;
        int payload = 0;
        foreach (IParameterSymbol parameter in method.Parameters.RemoveAt(0))
        {
            bool isToken = KnownSymbols.Same(parameter.Type, symbols.CancellationToken);
            string? reason = ServiceRules.IsService(parameter, symbols)
                ? "a service is no part of an event, handlers take it themselves; remove the parameter or its attribute"
                : WhyNotAParameter(parameter, symbols)
                ?? (isToken ? WhyNotAToken(method, ++tokens)
                : ++payload == WellKnownNames.MaxPayloadArity + 1 ? "an event has at most 8 payload parameters; put the payload into a type of its own"
                : null);
            if (reason is not null)
            {
                problems.Add(new HandlerProblem(
                    DiagnosticIds.InvalidDeclaration, HandlerProblemPlace.Parameter, parameter.Ordinal, $"parameter '{parameter.Name}'", reason));
            }
        }
    }

    private static string? WhyNotAToken(IMethodSymbol method, int count) =>
        count > 1 ? "it is a second CancellationToken, and an emission has only one; remove it"
        : method.ReturnsVoid ? "Emit takes no CancellationToken; remove it or return ValueTask<EmissionResult>"
        : null;

    // What no handler may take is not emitted either.
    private static string? WhyNotAParameter(IParameterSymbol parameter, KnownSymbols symbols)
    {
        ITypeSymbol type = parameter.Type;
        if (parameter.RefKind is not (RefKind.None or RefKind.In))
        {
            return "the payload is passed by value; remove the modifier";
        }

        if (UnsupportedTypes.IsPointer(type))
        {
            return $"the pointer type '{Display(type)}' cannot be part of a payload; take a nint or a managed type";
        }

        if (type.IsRefLikeType)
        {
            return $"the ref struct '{Display(type)}' cannot be part of a payload; take an array, a Memory<T> or another type that can be stored";
        }

        if (UnsupportedTypes.HasStaticAbstractMembers(type))
        {
            return $"'{Display(type)}' has static abstract members, so that it cannot be a type argument; take a type that implements it";
        }

        if (IsLikeSpecial(type, symbols))
        {
            return $"no handler can take a '{Display(type)}' as payload; remove it";
        }

        return GeneratedCodeAccess.WhyNotNameable(type, symbols) is { } inaccessible ? "its type " + inaccessible : null;
    }

    private static bool IsLikeSpecial(ITypeSymbol type, KnownSymbols symbols) => type switch
    {
        IArrayTypeSymbol array => symbols.IsSpecial(array.ElementType),
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => symbols.IsSpecial(nullable.TypeArguments[0]),
        _ => KnownSymbols.Same(type, symbols.EventContext),
    };

    // The analyzers see the body that the generator wrote. It has no [GeneratedCode]: attributes of one part are those of
    // the whole method, and analyzers would pass over its declaration.
    private static bool IsGenerated(IMethodSymbol implementation) =>
        implementation.DeclaringSyntaxReferences.All(static part =>
            part.SyntaxTree.FilePath.Split('/', '\\').Contains(WellKnownNames.Generator));

    private static bool IsPartial(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.All(static part =>
            part.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static HandlerProblem MethodProblem(HandlerProblemPlace place, IMethodSymbol method, string reason) =>
        new(DiagnosticIds.InvalidDeclaration, place, 0, HandlerRules.Describe(method), reason);

    private static string Display(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
