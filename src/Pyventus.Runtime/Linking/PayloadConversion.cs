namespace Pyventus;

/// <summary>
/// The implicit conversions between the arguments of an emission and the parameters of a handler: reference and boxing
/// conversions, numeric widening, and both lifted to nullable values. The compile-time checks accept the same.
/// </summary>
internal static class PayloadConversion
{
    /// <summary>Whether a value declared as <paramref name="source"/> converts implicitly to <paramref name="target"/>.</summary>
    public static bool Exists(Type source, Type target)
    {
        if (target.IsAssignableFrom(source))
        {
            return !IsReinterpretation(source, target);
        }

        Type? sourceValue = Nullable.GetUnderlyingType(source);
        if (!target.IsValueType)
        {
            // A nullable value is boxed as its underlying type.
            return sourceValue is not null && target.IsAssignableFrom(sourceValue);
        }

        Type? targetValue = Nullable.GetUnderlyingType(target);
        if (targetValue is not null)
        {
            return (sourceValue ?? source) == targetValue || IsWidening(sourceValue ?? source, targetValue);
        }

        return IsWidening(source, target);
    }

    /// <summary>Converts a boxed value along a conversion that <see cref="Exists"/>.</summary>
    public static object? Convert(object? value, Type target)
    {
        if (value is null || target.IsInstanceOfType(value))
        {
            return value;
        }

        return ConvertNumber(value, Nullable.GetUnderlyingType(target) ?? target);
    }

    // By hand: System.Convert would bring the parsers of dates and decimals into a native binary.
    private static object ConvertNumber(object number, Type target)
    {
        if (number is ulong or uint or ushort or byte or char or nuint)
        {
            return FromUnsigned(ToUnsigned(number), target);
        }

        return number is float single ? (double)single : FromSigned(ToSigned(number), target);
    }

    private static ulong ToUnsigned(object number) => number switch
    {
        ulong value => value,
        uint value => value,
        ushort value => value,
        byte value => value,
        char value => value,
        _ => (nuint)number,
    };

    private static long ToSigned(object number) => number switch
    {
        long value => value,
        int value => value,
        short value => value,
        sbyte value => value,
        _ => (nint)number,
    };

    private static object FromUnsigned(ulong number, Type target) => Type.GetTypeCode(target) switch
    {
        TypeCode.UInt16 => (ushort)number,
        TypeCode.UInt32 => (uint)number,
        TypeCode.UInt64 => number,
        TypeCode.Single => (float)number,
        TypeCode.Double => (double)number,
        TypeCode.Decimal => (decimal)number,
        TypeCode.Object when target == typeof(nuint) => (nuint)number,
        _ => FromSigned((long)number, target),
    };

    private static object FromSigned(long number, Type target) => Type.GetTypeCode(target) switch
    {
        TypeCode.Int16 => (short)number,
        TypeCode.Int32 => (int)number,
        TypeCode.Int64 => number,
        TypeCode.Single => (float)number,
        TypeCode.Double => (double)number,
        TypeCode.Decimal => (decimal)number,
        _ => (nint)number,
    };

    // The run-time takes an array of int for one of uint or of an enum; C# does not.
    private static bool IsReinterpretation(Type source, Type target)
    {
        Type? sourceElement = source.IsArray ? source.GetElementType() : null;
        Type? targetElement = target.IsArray ? target.GetElementType() : target.GenericTypeArguments is [var first, ..] ? first : null;
        return sourceElement is not null && targetElement is not null
            && (sourceElement.IsValueType ? sourceElement != targetElement : IsReinterpretation(sourceElement, targetElement));
    }

    // C# specification, "Implicit numeric conversions".
    private static bool IsWidening(Type source, Type target)
    {
        if (source.IsEnum || target.IsEnum)
        {
            return false;
        }

        if (source == typeof(nint))
        {
            return Type.GetTypeCode(target) is TypeCode.Int64 or TypeCode.Single or TypeCode.Double or TypeCode.Decimal;
        }

        if (source == typeof(nuint))
        {
            return Type.GetTypeCode(target) is TypeCode.UInt64 or TypeCode.Single or TypeCode.Double or TypeCode.Decimal;
        }

        TypeCode code = Type.GetTypeCode(source);
        if (target == typeof(nint))
        {
            return code is TypeCode.SByte or TypeCode.Byte or TypeCode.Int16 or TypeCode.UInt16 or TypeCode.Int32 or TypeCode.Char;
        }

        if (target == typeof(nuint))
        {
            return code is TypeCode.Byte or TypeCode.UInt16 or TypeCode.UInt32 or TypeCode.Char;
        }

        return (code, Type.GetTypeCode(target)) switch
        {
            (TypeCode.SByte, TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64) => true,
            (TypeCode.Byte, TypeCode.Int16 or TypeCode.UInt16 or TypeCode.Int32 or TypeCode.UInt32 or TypeCode.Int64 or TypeCode.UInt64) => true,
            (TypeCode.Int16, TypeCode.Int32 or TypeCode.Int64) => true,
            (TypeCode.UInt16 or TypeCode.Char, TypeCode.Int32 or TypeCode.UInt32 or TypeCode.Int64 or TypeCode.UInt64) => true,
            (TypeCode.Char, TypeCode.UInt16) => true,
            (TypeCode.Int32, TypeCode.Int64) => true,
            (TypeCode.UInt32, TypeCode.Int64 or TypeCode.UInt64) => true,
            (TypeCode.SByte or TypeCode.Byte or TypeCode.Int16 or TypeCode.UInt16 or TypeCode.Int32 or TypeCode.UInt32 or TypeCode.Int64 or TypeCode.UInt64 or TypeCode.Char,
                TypeCode.Single or TypeCode.Double or TypeCode.Decimal) => true,
            (TypeCode.Single, TypeCode.Double) => true,
            _ => false,
        };
    }
}
