using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Pyventus.Roslyn;

/// <summary>One event as an <c>[On]</c> or <c>[Once]</c> attribute lists it.</summary>
internal readonly struct EventReference
{
    private EventReference(int index, string? name, ITypeSymbol? type, object? other)
    {
        Index = index;
        Name = name;
        Type = type;
        Other = other;
    }

    /// <summary>The position in the attribute.</summary>
    public int Index { get; }

    /// <summary>The name of a named event.</summary>
    public string? Name { get; }

    /// <summary>The type of an event object.</summary>
    public ITypeSymbol? Type { get; }

    /// <summary>What was written when it is neither a name nor a type; null was written when all three are null.</summary>
    public object? Other { get; }

    /// <summary>The events of a handler attribute, in the order written; empty when it names none.</summary>
    public static ImmutableArray<EventReference> Read(AttributeData attribute)
    {
        if (attribute.AttributeClass is { IsGenericType: true } generic)
        {
            return [new EventReference(0, null, generic.TypeArguments[0], null)];
        }

        if (attribute.ConstructorArguments.Length != 1 || attribute.ConstructorArguments[0] is not { Kind: TypedConstantKind.Array, IsNull: false } array)
        {
            return [];
        }

        var events = ImmutableArray.CreateBuilder<EventReference>(array.Values.Length);
        foreach (TypedConstant value in array.Values)
        {
            events.Add(Read(value, events.Count));
        }

        return events.MoveToImmutable();
    }

    /// <summary>Whether both identify the same event.</summary>
    public bool IsSameEvent(EventReference other) =>
        Name is not null
            ? string.Equals(Name, other.Name, StringComparison.Ordinal)
            : Type is not null && SymbolEqualityComparer.Default.Equals(Type, other.Type);

    private static EventReference Read(TypedConstant value, int index) => value.Kind switch
    {
        TypedConstantKind.Type when value.Value is ITypeSymbol type => new EventReference(index, null, type, null),
        TypedConstantKind.Primitive when value.Value is string name => new EventReference(index, name, null, null),
        TypedConstantKind.Array => new EventReference(index, null, null, "an array"),
        _ => new EventReference(index, null, null, value.Value),
    };
}
