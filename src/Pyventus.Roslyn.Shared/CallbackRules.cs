using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Pyventus.Roslyn;

/// <summary>Which methods <c>OnSuccess</c> and <c>OnFailure</c> name (PYV1107).</summary>
internal static class CallbackRules
{
    public const string OnSuccess = nameof(OnSuccess);
    public const string OnFailure = nameof(OnFailure);

    public static void Check(IMethodSymbol method, AttributeData attribute, KnownSymbols symbols, ImmutableArray<HandlerProblem>.Builder problems)
    {
        Check(OnSuccess, HandlerProblemPlace.AttributeOnSuccess);
        Check(OnFailure, HandlerProblemPlace.AttributeOnFailure);

        void Check(string argument, HandlerProblemPlace place)
        {
            if (AttributeArguments.GetNamed(attribute, argument) is string name && WhyNone(method, attribute, argument, symbols) is { } reason)
            {
                problems.Add(new HandlerProblem(DiagnosticIds.InvalidCallback, place, 0, $"{argument} '{name}'", reason));
            }
        }
    }

    /// <summary>The method that the argument names and the runtime calls; null when there is none, or more than one.</summary>
    public static IMethodSymbol? Find(IMethodSymbol method, AttributeData attribute, string argument, KnownSymbols symbols) =>
        FindFitting(method, attribute, argument, symbols) is { Length: 1 } fitting ? fitting[0] : null;

    /// <summary>The parameter of a callback that gets the result or the exception, if it has one.</summary>
    public static IParameterSymbol? GetSubject(IMethodSymbol callback, KnownSymbols symbols) =>
        callback.Parameters.FirstOrDefault(parameter => !symbols.IsSpecial(parameter.Type));

    /// <summary>What a callback gets: the type of the result, or <see cref="Exception"/>; null when there is no result.</summary>
    public static ITypeSymbol? GetSubjectType(IMethodSymbol method, string argument, KnownSymbols symbols)
    {
        ITypeSymbol? type = argument == OnFailure ? symbols.Exception : ReturnRules.GetResultType(method, symbols);

        // A dynamic result would bind the call at run time; as an object it is passed the same way.
        return type?.TypeKind == TypeKind.Dynamic ? symbols.Compilation.ObjectType : type;
    }

    /// <summary>Whether the method would fit if it returned a task.</summary>
    public static bool IsOnlyAsyncVoid(IMethodSymbol callback, IMethodSymbol method, string argument, KnownSymbols symbols) =>
        ReturnRules.IsAsyncVoid(callback)
        && WhyUnreachable(callback, method, symbols) is null
        && WhyNotCallable(callback, method, argument, symbols) is null;

    /// <summary>The parameter with whose type alone the method would fit if it were that of the result or the exception; null when there is none.</summary>
    public static IParameterSymbol? FindMistyped(IMethodSymbol callback, IMethodSymbol method, string argument, KnownSymbols symbols) =>
        WhyUnreachable(callback, method, symbols) is null
        && !ReturnRules.IsAsyncVoid(callback)
        && ReturnRules.WhyNotReturnable(callback, symbols) is null
        && !TakesReferences(callback)
        && !TakesOthers(callback, symbols)
        && GetSubject(callback, symbols) is { } subject
        && GetSubjectType(method, argument, symbols) is { } given
        && !Converts(given, subject.Type, symbols)
            ? subject
            : null;

    /// <summary>The methods with the names of the callbacks.</summary>
    public static IEnumerable<IMethodSymbol> GetCandidates(IMethodSymbol method, AttributeData attribute) =>
        GetCandidates(method, attribute, OnSuccess).Concat(GetCandidates(method, attribute, OnFailure));

    private static IEnumerable<IMethodSymbol> GetCandidates(IMethodSymbol method, AttributeData attribute, string argument) =>
        AttributeArguments.GetNamed(attribute, argument) is string name
            ? method.ContainingType.GetMembers(name).OfType<IMethodSymbol>().Where(static candidate => candidate.MethodKind == MethodKind.Ordinary)
            : [];

    // Those that take the result or the exception go before those that take neither.
    private static IMethodSymbol[] FindFitting(IMethodSymbol method, AttributeData attribute, string argument, KnownSymbols symbols)
    {
        IMethodSymbol[] fitting = [.. GetCandidates(method, attribute, argument).Where(candidate => WhyNot(candidate, method, argument, symbols) is null)];
        IMethodSymbol[] taking = Array.FindAll(fitting, candidate => GetSubject(candidate, symbols) is not null);
        return taking.Length > 0 ? taking : fitting;
    }

    private static string? WhyNone(IMethodSymbol method, AttributeData attribute, string argument, KnownSymbols symbols)
    {
        IMethodSymbol[] fitting = FindFitting(method, attribute, argument, symbols);
        if (fitting.Length == 1)
        {
            return null;
        }

        string type = Display(method.ContainingType);
        if (fitting.Length > 1)
        {
            return $"more than one method of that name in '{type}' fits; give them different names";
        }

        return GetCandidates(method, attribute, argument).FirstOrDefault() is { } candidate
            ? WhyNot(candidate, method, argument, symbols)
            : $"there is no method of that name in '{type}'; add one, or name one that exists with nameof";
    }

    private static string? WhyNot(IMethodSymbol callback, IMethodSymbol method, string argument, KnownSymbols symbols) =>
        WhyUnreachable(callback, method, symbols)
        ?? (ReturnRules.IsAsyncVoid(callback)
            ? "an async void method cannot be awaited and its exceptions end the process; return Task"
            : ReturnRules.WhyNotReturnable(callback, symbols) ?? WhyNotCallable(callback, method, argument, symbols));

    private static string? WhyUnreachable(IMethodSymbol callback, IMethodSymbol method, KnownSymbols symbols)
    {
        if (GeneratedCodeAccess.WhyNotUsable(callback, symbols) is { } inaccessible)
        {
            return inaccessible;
        }

        if (callback.IsGenericMethod)
        {
            return "it is generic, and a callback has one signature; write a method for the type";
        }

        if (!callback.IsStatic && method.IsStatic)
        {
            return "it is an instance method and the handler is static; make it static";
        }

        return callback.GetAttributes().Any(attribute => KnownSymbols.Same(attribute.AttributeClass, symbols.UnmanagedCallersOnlyAttribute))
            ? "an [UnmanagedCallersOnly] method cannot be called by managed code; call a common method from both"
            : null;
    }

    private static string? WhyNotCallable(IMethodSymbol callback, IMethodSymbol method, string argument, KnownSymbols symbols)
    {
        ITypeSymbol? given = GetSubjectType(method, argument, symbols);
        string expected = given is null
            ? "nothing, as the handler has no result"
            : argument == OnFailure ? "the exception, or nothing" : $"the result of the handler, a '{Display(given)}', or nothing";
        expected = $"a callback takes {expected}, plus one EventContext and one CancellationToken";
        if (TakesReferences(callback))
        {
            return expected + ", all by value";
        }

        if (TakesOthers(callback, symbols))
        {
            return expected + "; remove the other parameters";
        }

        if (GetSubject(callback, symbols) is not { } subject)
        {
            return null;
        }

        if (given is null || !Converts(given, subject.Type, symbols))
        {
            return $"its parameter '{subject.Name}' does not fit: {expected}";
        }

        return (GeneratedCodeAccess.WhyNotNameable(subject.Type, symbols) ?? GeneratedCodeAccess.WhyNotNameable(given, symbols)) is { } inaccessible
            ? $"the type of its parameter '{subject.Name}' cannot be named: {inaccessible}"
            : null;
    }

    private static bool TakesReferences(IMethodSymbol callback) =>
        callback.IsVararg || callback.Parameters.Any(static parameter => parameter.RefKind != RefKind.None);

    private static bool TakesOthers(IMethodSymbol callback, KnownSymbols symbols) =>
        callback.Parameters.Count(parameter => !symbols.IsSpecial(parameter.Type)) > 1
        || callback.Parameters.Count(parameter => KnownSymbols.Same(parameter.Type, symbols.CancellationToken)) > 1
        || callback.Parameters.Count(parameter => KnownSymbols.Same(parameter.Type, symbols.EventContext)) > 1
        || callback.Parameters.Any(parameter => ServiceRules.IsService(parameter, symbols));

    private static bool Converts(ITypeSymbol given, ITypeSymbol parameter, KnownSymbols symbols) =>
        !UnsupportedTypes.IsPointer(parameter) && ((CSharpCompilation)symbols.Compilation).ClassifyConversion(given, parameter).IsImplicit;

    private static string Display(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
