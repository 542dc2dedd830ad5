using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Pyventus.Roslyn;

/// <summary>Which methods can be handlers at all (PYV1101, PYV1102, PYV1109).</summary>
internal static class MethodRules
{
    public static void CheckKind(IMethodSymbol method, KnownSymbols symbols, ImmutableArray<HandlerProblem>.Builder problems)
    {
        if (WhyNotAHandler(method, symbols) is { } reason)
        {
            problems.Add(new HandlerProblem(DiagnosticIds.UnsupportedHandlerKind, HandlerProblemPlace.Method, 0, HandlerRules.Describe(method), reason));
        }
    }

    public static void CheckAccess(IMethodSymbol method, KnownSymbols symbols, ImmutableArray<HandlerProblem>.Builder problems)
    {
        if (GeneratedCodeAccess.WhyNotUsable(method, symbols) is { } methodReason)
        {
            problems.Add(new HandlerProblem(DiagnosticIds.InaccessibleHandler, HandlerProblemPlace.Method, 0, HandlerRules.Describe(method), methodReason));
        }

        int level = 0;
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType, level++)
        {
            if (GeneratedCodeAccess.WhyNotUsable(type, symbols) is { } typeReason)
            {
                problems.Add(new HandlerProblem(
                    DiagnosticIds.InaccessibleHandler, HandlerProblemPlace.ContainingType, level, HandlerRules.Describe(method), "its containing type " + typeReason));
            }
        }
    }

    public static void CheckGenerics(IMethodSymbol method, ImmutableArray<HandlerProblem>.Builder problems)
    {
        if (method.IsGenericMethod)
        {
            problems.Add(new HandlerProblem(
                DiagnosticIds.GenericHandler,
                HandlerProblemPlace.Method,
                0,
                HandlerRules.Describe(method),
                "a generic method has no one signature to call; write a handler for each type"));
        }

        int level = 0;
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType, level++)
        {
            if (type.Arity > 0)
            {
                problems.Add(new HandlerProblem(
                    DiagnosticIds.GenericHandler,
                    HandlerProblemPlace.ContainingType,
                    level,
                    HandlerRules.Describe(method),
                    $"its containing type '{type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}' is generic; move the handler to a type that is not"));
            }
        }
    }

    private static string? WhyNotAHandler(IMethodSymbol method, KnownSymbols symbols)
    {
        switch (method.MethodKind)
        {
            case MethodKind.Ordinary:
                break;
            case MethodKind.LocalFunction:
                return "a local function cannot be called from elsewhere; move it to a static method";
            case MethodKind.AnonymousFunction:
                return "a lambda cannot be called from elsewhere; write a method, or subscribe the lambda with EventLinker.Subscribe";
            case MethodKind.ExplicitInterfaceImplementation:
                return "an explicit interface implementation cannot be called by its name; implement it implicitly or move the attribute to a method of its own";
            default:
                return $"{Describe(method.MethodKind)} cannot be a handler; move the attribute to an ordinary method";
        }

        if (method.ContainingType is not { TypeKind: TypeKind.Class or TypeKind.Struct } type)
        {
            return "only a method of a class, or a static method of a struct, can be a handler; move it to a class";
        }

        if (method.IsAbstract)
        {
            return "an abstract method has no body to run; put the attribute on the overriding methods";
        }

        if (method.IsExtern)
        {
            return "an extern method cannot be a handler; call it from an ordinary method";
        }

        if (type.TypeKind == TypeKind.Struct && !method.IsStatic)
        {
            return "an instance method of a struct would run on a copy; make it static or move it to a class";
        }

        foreach (AttributeData attribute in method.GetAttributes())
        {
            if (KnownSymbols.Same(attribute.AttributeClass, symbols.UnmanagedCallersOnlyAttribute))
            {
                return "an [UnmanagedCallersOnly] method cannot be called by managed code; call a common method from both";
            }
        }

        return null;
    }

    private static string Describe(MethodKind kind) => kind switch
    {
        MethodKind.Constructor or MethodKind.StaticConstructor => "a constructor",
        MethodKind.Destructor => "a finalizer",
        MethodKind.Conversion or MethodKind.UserDefinedOperator => "an operator",
        MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove => "an accessor",
        _ => "this kind of member",
    };
}
