using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pyventus.Analyzers;
using Pyventus.Roslyn;

namespace Pyventus.CodeFixes;

/// <summary>The parameters that a handler takes for what a call emits.</summary>
internal static class HandlerPayload
{
    public static ImmutableArray<(string Name, ITypeSymbol Type)> Find(IInvocationOperation call, EmittedEvent emitted, KnownSymbols symbols)
    {
        if (emitted.Type is { } type)
        {
            return [("@event", type)];
        }

        if (EmitCall.TryCreate(call, symbols) is not { } emit)
        {
            var declared = call.TargetMethod.ReducedFrom ?? call.TargetMethod;
            return [.. declared.Parameters.Skip(1).Where(parameter => !symbols.IsSpecial(parameter.Type)).Select(static parameter => (Escape(parameter.Name), parameter.Type))];
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. emit.Types.Select((argumentType, index) => (Name: GetName(emit.Payload[index].Value.Syntax), Type: argumentType, Index: index))
                .Select(parameter => (
                    parameter.Name is { } name && names.Add(name) ? name : "arg" + (parameter.Index + 1).ToString(CultureInfo.InvariantCulture),
                    parameter.Type)),
        ];
    }

    /// <summary>Whether a handler can have a parameter of the type.</summary>
    public static bool CanBeTaken(ITypeSymbol type, KnownSymbols symbols) =>
        !IsUnnameable(type) && !symbols.IsSpecial(type) && GeneratedCodeAccess.WhyNotNameable(type, symbols) is null;

    /// <summary>The words of a name as one identifier: <c>OrderPlaced</c> for <c>order.placed</c>.</summary>
    public static string ToIdentifier(string name) =>
        string.Concat(new string([.. name.Select(static character => char.IsLetterOrDigit(character) ? character : ' ')])
            .Split([' '], StringSplitOptions.RemoveEmptyEntries)
            .Select(static word => char.ToUpperInvariant(word[0]) + word.Substring(1)));

    private static bool IsUnnameable(ITypeSymbol type) => type switch
    {
        { IsAnonymousType: true } or { TypeKind: TypeKind.TypeParameter or TypeKind.Error } => true,
        IArrayTypeSymbol array => IsUnnameable(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsUnnameable),
        _ => false,
    };

    private static string? GetName(SyntaxNode argument) => argument switch
    {
        IdentifierNameSyntax identifier => ToParameterName(identifier.Identifier.ValueText),
        MemberAccessExpressionSyntax access => ToParameterName(access.Name.Identifier.ValueText),
        _ => null,
    };

    private static string ToParameterName(string name)
    {
        string trimmed = name.TrimStart('_');
        return trimmed.Length == 0 || !SyntaxFacts.IsIdentifierStartCharacter(trimmed[0]) ? name : Escape(char.ToLowerInvariant(trimmed[0]) + trimmed.Substring(1));
    }

    private static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
