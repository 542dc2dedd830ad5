using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Pyventus.Roslyn;

/// <summary>What a handler may take (PYV1101, PYV1103, PYV1111).</summary>
internal static class ParameterRules
{
    public static void Check(IMethodSymbol method, KnownSymbols symbols, ImmutableArray<HandlerProblem>.Builder problems)
    {
        if (method.IsVararg)
        {
            problems.Add(new HandlerProblem(
                DiagnosticIds.UnsupportedParameter, HandlerProblemPlace.Method, 0, HandlerRules.Describe(method), "__arglist is not supported; take the payload as parameters"));
        }

        int payloadCount = 0;
        bool hasToken = false;
        bool hasContext = false;
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (ServiceRules.IsService(parameter, symbols))
            {
                ServiceRules.Check(parameter, symbols, problems);
                continue;
            }

            if (CheckParameter(parameter, symbols) is { } problem)
            {
                problems.Add(problem);
            }

            if (KnownSymbols.Same(parameter.Type, symbols.CancellationToken))
            {
                CheckOnlyOne(ref hasToken, parameter, "CancellationToken", problems);
            }
            else if (KnownSymbols.Same(parameter.Type, symbols.EventContext))
            {
                CheckOnlyOne(ref hasContext, parameter, "EventContext", problems);
            }
            else if (++payloadCount == WellKnownNames.MaxPayloadArity + 1)
            {
                problems.Add(ParameterProblem(
                    DiagnosticIds.UnsupportedParameter, parameter, "an event has at most 8 payload parameters; put the payload into a type of its own"));
            }
        }
    }

    /// <summary>Whether generated code can repeat the default value of the parameter; a DateTime constant exists only as an attribute.</summary>
    public static bool HasDefault(IParameterSymbol parameter) =>
        parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: not DateTime };

    /// <summary>The payload parameters: those that neither the emission nor a service provider fills.</summary>
    public static ImmutableArray<IParameterSymbol> GetPayload(IMethodSymbol method, KnownSymbols symbols) =>
        method.Parameters.RemoveAll(parameter => symbols.IsSpecial(parameter.Type) || ServiceRules.IsService(parameter, symbols));

    private static HandlerProblem? CheckParameter(IParameterSymbol parameter, KnownSymbols symbols)
    {
        ITypeSymbol type = parameter.Type;
        if (parameter.RefKind != RefKind.None)
        {
            return ParameterProblem(
                DiagnosticIds.UnsupportedParameter, parameter, $"'{Describe(parameter.RefKind)}' is not supported, each handler gets the payload by value; remove the modifier");
        }

        if (UnsupportedTypes.IsPointer(type))
        {
            return ParameterProblem(DiagnosticIds.UnsupportedParameter, parameter, $"the pointer type '{Display(type)}' cannot be part of a payload; take a nint or a managed type");
        }

        if (type.IsRefLikeType)
        {
            return ParameterProblem(DiagnosticIds.UnsupportedParameter, parameter, $"the ref struct '{Display(type)}' cannot be part of a payload; take an array, a Memory<T> or another type that can be stored");
        }

        if (UnsupportedTypes.HasStaticAbstractMembers(type))
        {
            return ParameterProblem(DiagnosticIds.UnsupportedParameter, parameter, $"'{Display(type)}' has static abstract members, so that it cannot be a type argument; take a type that implements it");
        }

        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            && KnownSymbols.Same(nullable.TypeArguments[0], symbols.CancellationToken))
        {
            return ParameterProblem(
                DiagnosticIds.SpecialParameterMisuse, parameter, "a nullable CancellationToken would be payload; declare it as CancellationToken, which is always given");
        }

        if (type is IArrayTypeSymbol { ElementType: { } element } && symbols.IsSpecial(element))
        {
            return ParameterProblem(
                DiagnosticIds.SpecialParameterMisuse, parameter, $"an array of {element.Name} would be payload; declare one {element.Name}, which is always given");
        }

        return GeneratedCodeAccess.WhyNotNameable(type, symbols) is { } reason
            ? ParameterProblem(DiagnosticIds.InaccessibleHandler, parameter, "its type " + reason)
            : null;
    }

    private static void CheckOnlyOne(ref bool seen, IParameterSymbol parameter, string typeName, ImmutableArray<HandlerProblem>.Builder problems)
    {
        if (seen)
        {
            problems.Add(ParameterProblem(
                DiagnosticIds.SpecialParameterMisuse, parameter, $"it is a second {typeName}, and an emission has only one; remove it"));
        }

        seen = true;
    }

    private static HandlerProblem ParameterProblem(string id, IParameterSymbol parameter, string reason) =>
        new(id, HandlerProblemPlace.Parameter, parameter.Ordinal, $"parameter '{parameter.Name}'", reason);

    private static string Display(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private static string Describe(RefKind kind) => kind switch
    {
        RefKind.Ref => "ref",
        RefKind.Out => "out",
        RefKind.In => "in",
        _ => "ref readonly",
    };
}
