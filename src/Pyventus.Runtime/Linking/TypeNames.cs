namespace Pyventus;

/// <summary>Types as C# writes them, for messages.</summary>
internal static class TypeNames
{
    /// <summary>Without namespaces.</summary>
    public static string Short(Type type) => Write(type, isFull: false);

    /// <summary>With namespaces and containing types.</summary>
    public static string Full(Type type) => Write(type, isFull: true);

    /// <summary>The short names of types, as in a list of parameters.</summary>
    /// <param name="types">Types.</param>
    public static string ShortList(ReadOnlySpan<Type> types) => WriteAll(types, isFull: false);

    private static string WriteAll(ReadOnlySpan<Type> types, bool isFull)
    {
        string text = "";
        foreach (Type type in types)
        {
            text += text.Length == 0 ? Write(type, isFull) : ", " + Write(type, isFull);
        }

        return text;
    }

    private static string Write(Type type, bool isFull)
    {
        if (GetKeyword(type) is { } keyword)
        {
            return keyword;
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Write(underlying, isFull) + "?";
        }

        if (type.IsArray)
        {
            return $"{Write(type.GetElementType()!, isFull)}[{new string(',', type.GetArrayRank() - 1)}]";
        }

        Type definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        string name = (isFull ? definition.FullName : definition.Name) ?? type.Name;
        Type[] arguments = type.GetGenericArguments();
        int next = 0;
        string[] parts = name.Split('+');
        for (int index = 0; index < parts.Length; index++)
        {
            // Each part of a nested type counts its own arguments: Outer`1+Inner`2.
            int tick = parts[index].IndexOf('`', StringComparison.Ordinal);
            if (tick >= 0)
            {
                int count = int.Parse(parts[index].AsSpan(tick + 1), provider: null);
                int first = isFull ? next : arguments.Length - count;
                parts[index] = $"{parts[index][..tick]}<{WriteAll(arguments.AsSpan(first, count), isFull)}>";
                next += count;
            }
        }

        return string.Join('.', parts);
    }

    private static string? GetKeyword(Type type) => type.IsEnum ? null : Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => "bool",
        TypeCode.Byte => "byte",
        TypeCode.SByte => "sbyte",
        TypeCode.Char => "char",
        TypeCode.Int16 => "short",
        TypeCode.UInt16 => "ushort",
        TypeCode.Int32 => "int",
        TypeCode.UInt32 => "uint",
        TypeCode.Int64 => "long",
        TypeCode.UInt64 => "ulong",
        TypeCode.Single => "float",
        TypeCode.Double => "double",
        TypeCode.Decimal => "decimal",
        TypeCode.String => "string",
        _ when type == typeof(object) => "object",
        _ when type == typeof(nint) => "nint",
        _ when type == typeof(nuint) => "nuint",
        _ => null,
    };
}
