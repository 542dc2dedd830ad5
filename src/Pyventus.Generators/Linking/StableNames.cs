using System.Text;

namespace Pyventus.Generators.Linking;

/// <summary>Readable names for generated members and files, made of ASCII only.</summary>
internal static class StableNames
{
    private const int MaxLength = 60;

    /// <summary>The text with everything that is no part of an identifier replaced by an underscore.</summary>
    public static string ToIdentifier(string text) => Replace(text, static character => character == '_');

    /// <summary>The text with everything that is not safe in a file name replaced by an underscore.</summary>
    public static string ToFileName(string text) => Replace(text, static character => character is '_' or '-' or '.');

    private static string Replace(string text, Func<char, bool> isAllowed)
    {
        var name = new StringBuilder();
        foreach (char character in text)
        {
            bool isPlain = character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || isAllowed(character);
            name.Append(isPlain ? character : '_');
            if (name.Length == MaxLength)
            {
                break;
            }
        }

        return name.ToString();
    }
}
