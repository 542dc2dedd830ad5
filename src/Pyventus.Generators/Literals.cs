using System.Globalization;
using System.Text;

namespace Pyventus.Generators;

/// <summary>Constants as C# text, the same whatever the culture.</summary>
internal static class Literals
{
    /// <summary>A string literal; whatever is not a letter, a digit or printable ASCII is escaped, lone surrogates included.</summary>
    public static string Quote(string value)
    {
        var literal = new StringBuilder(value.Length + 2).Append('"');
        foreach (char character in value)
        {
            Append(literal, character, '"');
        }

        return literal.Append('"').ToString();
    }

    /// <summary>The constant expression for a value of a primitive type, <see cref="decimal"/> or <see cref="string"/>.</summary>
    public static string Of(object value) => value switch
    {
        string text => Quote(text),
        char character => Quote(character),
        bool flag => flag ? "true" : "false",
        sbyte number => "(sbyte)(" + number.ToString(CultureInfo.InvariantCulture) + ")",
        byte number => "(byte)" + number.ToString(CultureInfo.InvariantCulture),
        short number => "(short)(" + number.ToString(CultureInfo.InvariantCulture) + ")",
        ushort number => "(ushort)" + number.ToString(CultureInfo.InvariantCulture),
        uint number => number.ToString(CultureInfo.InvariantCulture) + "U",
        long number => number.ToString(CultureInfo.InvariantCulture) + "L",
        ulong number => number.ToString(CultureInfo.InvariantCulture) + "UL",
        decimal number => number.ToString(CultureInfo.InvariantCulture) + "M",
        float number => Of(number),
        double number => Of(number),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static string Of(double number) =>
        double.IsNaN(number) ? "double.NaN"
        : double.IsPositiveInfinity(number) ? "double.PositiveInfinity"
        : double.IsNegativeInfinity(number) ? "double.NegativeInfinity"
        : IsNegativeZero(number) ? "-0D"
        : number.ToString("R", CultureInfo.InvariantCulture) + "D";

    private static string Of(float number) =>
        float.IsNaN(number) ? "float.NaN"
        : float.IsPositiveInfinity(number) ? "float.PositiveInfinity"
        : float.IsNegativeInfinity(number) ? "float.NegativeInfinity"
        : IsNegativeZero(number) ? "-0F"
        : number.ToString("R", CultureInfo.InvariantCulture) + "F";

    // .NET Framework, on which this may run too, writes negative zero without its sign.
    private static bool IsNegativeZero(double number) => number == 0 && double.IsNegativeInfinity(1 / number);

    private static string Quote(char character)
    {
        var literal = new StringBuilder("'");
        Append(literal, character, '\'');
        return literal.Append('\'').ToString();
    }

    private static void Append(StringBuilder literal, char character, char quote)
    {
        if (character == quote || character == '\\')
        {
            literal.Append('\\').Append(character);
        }
        else if (character is >= ' ' and <= '~' || char.IsLetterOrDigit(character))
        {
            literal.Append(character);
        }
        else
        {
            literal.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
        }
    }
}
