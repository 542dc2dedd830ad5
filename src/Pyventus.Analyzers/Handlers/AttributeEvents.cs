using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pyventus.Analyzers;

/// <summary>Finds the events in the source of an <c>[On]</c> or <c>[Once]</c>; linked into the assembly of the fixes.</summary>
internal static class AttributeEvents
{
    /// <summary>The events, in the order written: arguments, elements of an explicit array, or the type argument.</summary>
    public static IReadOnlyList<SyntaxNode> Find(AttributeSyntax attribute)
    {
        if (GetRightmost(attribute.Name) is GenericNameSyntax generic)
        {
            return [generic.TypeArgumentList.Arguments[0]];
        }

        AttributeArgumentSyntax[] events = [.. attribute.ArgumentList?.Arguments.Where(static argument => argument.NameEquals is null) ?? []];
        return events.FirstOrDefault()?.Expression switch
        {
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
            ImplicitArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
            CollectionExpressionSyntax collection => collection.Elements,
            _ => events,
        };
    }

    private static NameSyntax GetRightmost(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right,
        AliasQualifiedNameSyntax aliased => aliased.Name,
        _ => name,
    };
}
