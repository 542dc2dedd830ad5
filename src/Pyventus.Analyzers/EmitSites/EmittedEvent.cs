using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>An event whose emission is seen in the source: by its name, or by the exact type of the object; linked into the assembly of the fixes.</summary>
/// <param name="Name">The name of a named event.</param>
/// <param name="Type">The type of an event object.</param>
/// <param name="Syntax">What names it in the call.</param>
internal sealed record EmittedEvent(string? Name, ITypeSymbol? Type, SyntaxNode Syntax)
{
    /// <summary>The event that the call emits; null when it emits none, or one that only the run time knows.</summary>
    public static EmittedEvent? TryCreate(IInvocationOperation invocation, KnownSymbols symbols)
    {
        if (DeclaredEmission.GetEventName(invocation.TargetMethod) is { } declared)
        {
            return new EmittedEvent(declared, null, invocation.Syntax);
        }

        return EmitCall.TryCreate(invocation, symbols) switch
        {
            { EventName.Value: { ConstantValue.Value: string name } value } when IsEventName(name) => new EmittedEvent(name, null, value.Syntax),
            { EventName: null, Payload: { Length: 1 } payload } when GetExactType(payload[0].Value) is { } type && UnsupportedTypes.WhyNotAnEventType(type, symbols) is null =>
                new EmittedEvent(null, type, payload[0].Value.Syntax),
            _ => null,
        };
    }

    /// <summary>The event as messages write it.</summary>
    public override string ToString() =>
        Type is null ? SymbolDisplay.FormatLiteral(Name!, quote: true) : $"'{Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'";

    private static bool IsEventName(string name) => !string.IsNullOrWhiteSpace(name) && !EventPatterns.IsPattern(name);

    // An object of a class that can be derived from may be of another type, unless it is created here.
    private static ITypeSymbol? GetExactType(IOperation value)
    {
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        return value switch
        {
            { Type: INamedTypeSymbol { TypeKind: TypeKind.Error } or null } => null,
            IObjectCreationOperation => value.Type,
            { Type: INamedTypeSymbol { IsSealed: true, IsAnonymousType: false, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T } } => value.Type,
            _ => null,
        };
    }
}
