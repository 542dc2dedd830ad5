using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>A call of <c>EventLinker.Subscribe</c>.</summary>
/// <param name="EventName">The argument that names the event; null for event objects and several events.</param>
/// <param name="Handler">The delegate.</param>
/// <param name="Payload">The types of the delegate's payload parameters.</param>
/// <param name="Linker">The metadata name of the linker type; null where the call does not show that the linker has compile-time handlers.</param>
internal sealed record SubscribeCall(IArgumentOperation? EventName, IArgumentOperation Handler, ImmutableArray<ITypeSymbol> Payload, string? Linker)
{
    /// <summary>The call that the operation is, or null.</summary>
    public static SubscribeCall? TryCreate(IInvocationOperation invocation, KnownSymbols symbols)
    {
        IMethodSymbol method = invocation.TargetMethod;
        if (method.Name != "Subscribe"
            || !KnownSymbols.Same(method.ContainingType, symbols.EventLinker)
            || invocation.Arguments.FirstOrDefault(static argument => argument.Parameter?.Type.TypeKind == TypeKind.Delegate) is not { } handler
            || handler.Parameter?.Type is not INamedTypeSymbol { DelegateInvokeMethod: { } invoke })
        {
            return null;
        }

        return new SubscribeCall(
            invocation.Arguments.FirstOrDefault(static argument => argument.Parameter?.Type.SpecialType == SpecialType.System_String),
            handler,
            [.. invoke.Parameters.Select(static parameter => parameter.Type).Where(type => !symbols.IsSpecial(type))],
            GetLinker(invocation.Instance, symbols));
    }

    // A linker from elsewhere may have been made by CreateEmpty and then has no contracts.
    private static string? GetLinker(IOperation? instance, KnownSymbols symbols) => instance switch
    {
        IPropertyReferenceOperation { Property: { Name: "Default", IsStatic: true } property }
            when KnownSymbols.Same(property.ContainingType, symbols.EventLinker) => MetadataNames.Of(property.ContainingType),
        IInvocationOperation { TargetMethod: { Name: "Get", IsStatic: true, TypeArguments: { Length: 1 } arguments } method }
            when KnownSymbols.Same(method.ContainingType, symbols.EventLinker) => MetadataNames.Of(arguments[0]),
        _ => null,
    };
}
