namespace Pyventus.Roslyn;

/// <summary>Patterns of event names: <c>*</c> stands for one segment, <c>**</c> for any number of them. The runtime's rule is the same.</summary>
internal static class EventPatterns
{
    /// <summary>Every event of a linker, event objects included.</summary>
    public const string All = "**";

    private const string One = "*";

    /// <summary>Whether the name is a pattern, valid or not.</summary>
    public static bool IsPattern(string name) => name.Contains('*');

    /// <summary>Whether the pattern matches the name.</summary>
    public static bool Matches(string pattern, string name) => Matches(pattern.Split('.'), 0, name.Split('.'), 0);

    private static bool Matches(string[] pattern, int position, string[] segments, int index)
    {
        for (; position < pattern.Length; position++, index++)
        {
            if (pattern[position] == All)
            {
                for (int rest = index; rest <= segments.Length; rest++)
                {
                    if (Matches(pattern, position + 1, segments, rest))
                    {
                        return true;
                    }
                }

                return false;
            }

            if (index >= segments.Length
                || (pattern[position] != One && !string.Equals(pattern[position], segments[index], StringComparison.Ordinal)))
            {
                return false;
            }
        }

        return index == segments.Length;
    }
}
