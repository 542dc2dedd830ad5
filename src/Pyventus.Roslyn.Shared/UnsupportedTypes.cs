using Microsoft.CodeAnalysis;

namespace Pyventus.Roslyn;

/// <summary>Types whose values cannot travel through an emission.</summary>
internal static class UnsupportedTypes
{
    /// <summary>Whether the type can only be named in an unsafe context.</summary>
    public static bool IsPointer(ITypeSymbol type) => type switch
    {
        IPointerTypeSymbol or IFunctionPointerTypeSymbol => true,
        IArrayTypeSymbol array => IsPointer(array.ElementType),
        INamedTypeSymbol { IsUnboundGenericType: false } named => named.TypeArguments.Any(IsPointer),
        _ => false,
    };

    /// <summary>Whether the type is an interface that C# refuses as a type argument, such as <c>INumber&lt;int&gt;</c>: what its static members do, only its implementations say.</summary>
    public static bool HasStaticAbstractMembers(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Interface
        && type.AllInterfaces.Add((INamedTypeSymbol)type).Any(level => level.GetMembers().Any(member =>
            member is { IsStatic: true, IsAbstract: true } && type.FindImplementationForInterfaceMember(member) is null));

    /// <summary>Why no event object has this type, or null when it can have it. The runtime's rule for <c>EventKey</c> is the same.</summary>
    public static string? WhyNotAnEventType(ITypeSymbol type, KnownSymbols symbols)
    {
        switch (type.SpecialType)
        {
            case SpecialType.System_Object or SpecialType.System_String:
                return "it would be every event or a name; give the event a type of its own";
            case SpecialType.System_Void:
                return "no object can have this type";
        }

        if (IsPointer(type) || type.IsRefLikeType)
        {
            return "no object can have this type";
        }

        if (type.TypeKind == TypeKind.Dynamic)
        {
            return "it would be every event; give the event a type of its own";
        }

        if (DerivesFrom(type, symbols.Type))
        {
            return "a System.Type describes an event, it is none; construct an instance of the event";
        }

        if (IsOpenGeneric(type))
        {
            return "it is an open generic type; name a closed one such as Changed<int>";
        }

        if (type.IsStatic)
        {
            return "it is a static class";
        }

        if (HasStaticAbstractMembers(type))
        {
            return "an interface with static abstract members cannot be a type argument; name a type that implements it";
        }

        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            return "a nullable value is boxed as its underlying type; name that one";
        }

        return symbols.IsSpecial(type)
            ? "a parameter of this type always gets what belongs to the emission; give the event a type of its own"
            : null;
    }

    /// <summary>Whether the type is <paramref name="baseType"/> or a class derived from it.</summary>
    public static bool DerivesFrom(ITypeSymbol type, INamedTypeSymbol? baseType)
    {
        for (ITypeSymbol? level = type; level is not null; level = level.BaseType)
        {
            if (KnownSymbols.Same(level, baseType))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOpenGeneric(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => IsOpenGeneric(array.ElementType),
        INamedTypeSymbol { IsUnboundGenericType: true } => true,
        INamedTypeSymbol named => named.TypeArguments.Any(IsOpenGeneric) || (named.ContainingType is { } outer && IsOpenGeneric(outer)),
        _ => false,
    };
}
