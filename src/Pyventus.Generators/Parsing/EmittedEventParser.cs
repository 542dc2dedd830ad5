using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pyventus.Generators.Models;
using Pyventus.Roslyn;

namespace Pyventus.Generators.Parsing;

/// <summary>Finds out which event a call emits, and with what.</summary>
internal static class EmittedEventParser
{
    // What the compiler calls the types, so that tuples keep their names; annotations make no difference to the compiler.
    private static readonly SymbolDisplayFormat _format = SymbolDisplayFormat.FullyQualifiedFormat;

    /// <summary>The call without its place; null when it is no emission, or only the run knows its event.</summary>
    public static CallSiteModel? Parse(InvocationExpressionSyntax call, SemanticModel model, KnownSymbols symbols, CancellationToken cancellationToken)
    {
        if (model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol { IsStatic: false, Name: "Emit" or "EmitAsync" } method
            || !KnownSymbols.Same(method.ContainingType, symbols.EventEmitter)
            || IsInExpressionTree(call, model, cancellationToken))
        {
            return null;
        }

        string? eventName = null;
        if (method.OriginalDefinition.Parameters[0].Type.SpecialType == SpecialType.System_String)
        {
            eventName = GetConstantName(call, method.Parameters[0].Name, model, cancellationToken);
            if (string.IsNullOrWhiteSpace(eventName) || EventPatterns.IsPattern(eventName!))
            {
                return null;
            }
        }
        else if (!IsEventType(method.TypeArguments[0], symbols))
        {
            return null;
        }

        return new CallSiteModel
        {
            IsAsync = method.Name == "EmitAsync",
            EventName = eventName,
            Arity = method.Arity,
            Arguments = method.TypeArguments.All(type => IsNameable(type) && GeneratedCodeAccess.WhyNotNameable(type, symbols) is null)
                ? ImmutableArray.CreateRange(method.TypeArguments, type => ParseArgument(type, symbols))
                : default,
            Bound = null,
            Contract = default,
            Calls = default,
        };
    }

    private static ArgumentModel ParseArgument(ITypeSymbol type, KnownSymbols symbols) => new()
    {
        Type = type.ToDisplayString(_format),
        MetadataName = MetadataNames.Of(type),
        ConvertsTo = CompilationContext.Of(symbols.Compilation).GetConversions(type, symbols),
    };

    private static string? GetConstantName(InvocationExpressionSyntax call, string parameter, SemanticModel model, CancellationToken cancellationToken)
    {
        SeparatedSyntaxList<ArgumentSyntax> arguments = call.ArgumentList.Arguments;
        ArgumentSyntax name = arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == parameter) ?? arguments[0];
        return model.GetConstantValue(name.Expression, cancellationToken).Value as string;
    }

    // The run-time type is the static one, and one that an event object can have. A delegate may be of another type than
    // its variable, by variance, as an array may.
    private static bool IsEventType(ITypeSymbol type, KnownSymbols symbols) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Struct or TypeKind.Enum } or INamedTypeSymbol { TypeKind: TypeKind.Class, IsSealed: true }
        && type.SpecialType != SpecialType.System_String
        && type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T
        && !symbols.IsSpecial(type);

    private static bool IsNameable(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsNameable(array.ElementType),
        INamedTypeSymbol { IsAnonymousType: false, TypeKind: not TypeKind.Error } named =>
            named.TypeArguments.All(IsNameable)
            && (named.ContainingType is null || IsNameable(named.ContainingType))
            && !IsReported(named)
            && !IsReported(named.ContainingAssembly),
        _ => false,
    };

    // To name it may be an error, until the user says otherwise, which generated code cannot.
    private static bool IsReported(ISymbol? symbol) =>
        symbol is not null && symbol.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name is "ExperimentalAttribute" or "ObsoleteAttribute");

    // An expression tree shows the method that it calls.
    private static bool IsInExpressionTree(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken)
    {
        for (SyntaxNode? node = call.Parent; node is not null and not MemberDeclarationSyntax; node = node.Parent)
        {
            if (node is QueryExpressionSyntax
                || (node is AnonymousFunctionExpressionSyntax lambda
                    && model.GetTypeInfo(lambda, cancellationToken).ConvertedType is INamedTypeSymbol { Name: "Expression", Arity: 1 }))
            {
                return true;
            }
        }

        return false;
    }
}
