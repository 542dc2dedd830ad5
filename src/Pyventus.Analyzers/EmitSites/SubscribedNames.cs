using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>The event names that a call of <c>EventLinker.Subscribe</c> lists.</summary>
internal static class SubscribedNames
{
    /// <summary>The constant names in the order written: the one name, or those in a collection that is created in the call.</summary>
    public static IEnumerable<(IOperation Source, string Name)> Find(IInvocationOperation invocation, KnownSymbols symbols)
    {
        if (SubscribeCall.TryCreate(invocation, symbols) is null)
        {
            return [];
        }

        return
            from argument in invocation.Arguments
            where argument.Parameter?.Type.TypeKind != TypeKind.Delegate
            from element in GetElements(RemoveConversions(argument.Value))
            let source = RemoveConversions(element)
            where source.ConstantValue.Value is string
            select (source, (string)source.ConstantValue.Value!);
    }

    private static ImmutableArray<IOperation> GetElements(IOperation value) => value switch
    {
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        ICollectionExpressionOperation collection => collection.Elements,
        _ => [value],
    };

    // A name becomes a key by a conversion, or by the constructor.
    private static IOperation RemoveConversions(IOperation value) => value switch
    {
        IConversionOperation conversion => RemoveConversions(conversion.Operand),
        IObjectCreationOperation { Type.Name: "EventKey", Arguments: { Length: 1 } arguments } => RemoveConversions(arguments[0].Value),
        _ => value,
    };
}
