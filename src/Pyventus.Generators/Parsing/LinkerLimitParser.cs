using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pyventus.Generators.Models;
using Pyventus.Roslyn;

namespace Pyventus.Generators.Parsing;

/// <summary>Finds the constant <c>maxSubscribers</c> that the constructor of a linker class passes on.</summary>
internal static class LinkerLimitParser
{
    private const string BaseSuffix = "Linker";
    private const string LimitParameter = "maxSubscribers";

    /// <summary>Whether the base of the class seems to be a linker: to bind every class would cost.</summary>
    public static bool IsCandidate(ClassDeclarationSyntax node) =>
        node is { BaseList.Types: { Count: > 0 } bases }
        && GetRightmost(bases[0].Type) is SimpleNameSyntax name
        && name.Identifier.ValueText.EndsWith(BaseSuffix, StringComparison.Ordinal);

    /// <summary>The limit of the class; null when it is no linker, or has no limit that is a constant.</summary>
    public static LinkerLimitModel? Parse(ClassDeclarationSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        CompilationContext compilation = CompilationContext.Of(model.Compilation);
        return compilation.Symbols is { } symbols
            && model.GetDeclaredSymbol(node, cancellationToken) is { } linker
            && LinkerRules.WhyNotALinker(linker, symbols) is null
            && linker.InstanceConstructors.FirstOrDefault(static constructor => constructor.Parameters.IsEmpty) is { } constructor
            && FindLimit(constructor, [], new HashSet<ISymbol>(SymbolEqualityComparer.Default), symbols, cancellationToken) is > 0 and { } limit
            ? new LinkerLimitModel { Linker = compilation.GetModel(linker), MaxSubscribers = limit }
            : null;
    }

    // Follows the base calls up to EventLinker; arguments are the constants that the parameters of a constructor are given. What
    // is being typed may call itself.
    private static int? FindLimit(
        IMethodSymbol constructor, Dictionary<string, object?> arguments, HashSet<ISymbol> followed, KnownSymbols symbols, CancellationToken cancellationToken)
    {
        if (!followed.Add(constructor))
        {
            return null;
        }

        if (FindBaseCall(constructor, symbols, cancellationToken) is { } call)
        {
            var passed = new Dictionary<string, object?>(StringComparer.Ordinal);
            foreach (IArgumentOperation argument in call.Arguments)
            {
                if (argument.Parameter is { } parameter)
                {
                    passed[parameter.Name] = Evaluate(argument.Value, arguments);
                }
            }

            return Continue(call.TargetMethod, passed, followed, symbols, cancellationToken);
        }

        // Without a call of its own, the constructor calls the one that can do without arguments.
        if (constructor.ContainingType.BaseType?.InstanceConstructors
            .Where(static candidate => candidate.Parameters.All(static parameter => parameter.HasExplicitDefaultValue))
            .OrderBy(static candidate => candidate.Parameters.Length)
            .FirstOrDefault() is not { } implied)
        {
            return null;
        }

        var defaults = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (IParameterSymbol parameter in implied.Parameters)
        {
            defaults[parameter.Name] = parameter.ExplicitDefaultValue;
        }

        return Continue(implied, defaults, followed, symbols, cancellationToken);
    }

    private static int? Continue(
        IMethodSymbol constructor, Dictionary<string, object?> passed, HashSet<ISymbol> followed, KnownSymbols symbols, CancellationToken cancellationToken) =>
        KnownSymbols.Same(constructor.ContainingType, symbols.EventLinker)
            ? passed.TryGetValue(LimitParameter, out object? limit) ? limit as int? : null
            : FindLimit(constructor, passed, followed, symbols, cancellationToken);

    private static IInvocationOperation? FindBaseCall(IMethodSymbol constructor, KnownSymbols symbols, CancellationToken cancellationToken)
    {
        foreach (SyntaxReference reference in constructor.DeclaringSyntaxReferences)
        {
            SyntaxNode? call = reference.GetSyntax(cancellationToken) switch
            {
                ConstructorDeclarationSyntax { Initializer: { } initializer } => initializer,
                ClassDeclarationSyntax { BaseList: { } bases } => bases.Types.FirstOrDefault() as PrimaryConstructorBaseTypeSyntax,
                _ => null,
            };
            if (call is not null && symbols.Compilation.GetSemanticModel(call.SyntaxTree).GetOperation(call, cancellationToken) is IInvocationOperation operation)
            {
                return operation;
            }
        }

        return null;
    }

    private static object? Evaluate(IOperation value, Dictionary<string, object?> arguments)
    {
        while (value is IConversionOperation { ConstantValue.HasValue: false } conversion)
        {
            value = conversion.Operand;
        }

        return value switch
        {
            { ConstantValue: { HasValue: true } constant } => constant.Value,
            IParameterReferenceOperation { Parameter.Name: var name } => arguments.TryGetValue(name, out object? known) ? known : null,
            _ => null,
        };
    }

    private static NameSyntax? GetRightmost(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right,
        AliasQualifiedNameSyntax aliased => aliased.Name,
        _ => type as NameSyntax,
    };
}
