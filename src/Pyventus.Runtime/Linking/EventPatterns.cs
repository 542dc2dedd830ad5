namespace Pyventus;

/// <summary>
/// Patterns of event names: <c>*</c> is exactly one segment between dots, <c>**</c> any number of them. The compile-time
/// matching of the generator follows the same rules.
/// </summary>
internal static class EventPatterns
{
    private const string One = "*";
    private const string Any = "**";

    public static bool IsPattern(string name)
    {
        // By hand: the first vectorized search of a process takes the runtime a millisecond, although it compiles nothing.
        foreach (char character in name)
        {
            if (character == '*')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether each <c>*</c> is part of a segment that is <c>*</c> or <c>**</c>.</summary>
    public static bool IsValid(ReadOnlySpan<char> pattern)
    {
        for (int start = 0; start <= pattern.Length; start = Next(pattern, start))
        {
            ReadOnlySpan<char> segment = GetSegment(pattern, start);
            if (segment.Contains('*') && segment is not (One or Any))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the pattern stands for the name.</summary>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        int inPattern = 0;
        int inName = 0;

        // Behind the last '**', and what it has taken so far: on a mismatch it takes one segment more.
        int afterAny = -1;
        int taken = 0;
        while (inName <= name.Length)
        {
            if (inPattern <= pattern.Length)
            {
                ReadOnlySpan<char> segment = GetSegment(pattern, inPattern);
                if (segment is Any)
                {
                    inPattern = afterAny = Next(pattern, inPattern);
                    taken = inName;
                    continue;
                }

                if (segment is One || segment.SequenceEqual(GetSegment(name, inName)))
                {
                    inPattern = Next(pattern, inPattern);
                    inName = Next(name, inName);
                    continue;
                }
            }

            if (afterAny < 0)
            {
                return false;
            }

            inPattern = afterAny;
            inName = taken = Next(name, taken);
        }

        while (inPattern <= pattern.Length && GetSegment(pattern, inPattern) is Any)
        {
            inPattern = Next(pattern, inPattern);
        }

        return inPattern > pattern.Length;
    }

    private static ReadOnlySpan<char> GetSegment(ReadOnlySpan<char> text, int start)
    {
        ReadOnlySpan<char> rest = text[start..];
        int end = rest.IndexOf('.');
        return end < 0 ? rest : rest[..end];
    }

    // Behind the last segment is one more than the length: an empty segment can begin at the length itself.
    private static int Next(ReadOnlySpan<char> text, int start) => start + GetSegment(text, start).Length + 1;
}
