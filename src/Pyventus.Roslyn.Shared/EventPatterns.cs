namespace Pyventus.Roslyn;

/// <summary>Patterns of event names, as the runtime reads them: segments separated by dots, of which <c>*</c> is any one and <c>**</c> any number.</summary>
internal static class EventPatterns
{
    /// <summary>The pattern that event objects match too.</summary>
    public const string All = AnyNumber;

    /// <summary>What to write instead of a pattern that is not valid.</summary>
    public const string Advice =
        "in a pattern '*' is a whole segment, for one of any name, or '**', for any number of them; write one such as \"order.*\" or \"order.**\"";

    private const string AnyOne = "*";
    private const string AnyNumber = "**";

    /// <summary>Whether the name is a pattern or wants to be one.</summary>
    public static bool IsPattern(string name) => name.IndexOf('*') >= 0;

    /// <summary>Whether each <c>*</c> of the pattern is a whole segment or half of a <c>**</c> that is one.</summary>
    public static bool IsValid(string pattern) =>
        Split(pattern).All(static segment => !IsPattern(segment) || segment is AnyOne or AnyNumber);

    /// <summary>Whether a name, which is no pattern, matches the pattern.</summary>
    public static bool Matches(string pattern, string name) => Matches(Split(pattern), Split(name));

    /// <summary>The segments of a name or pattern.</summary>
    public static string[] Split(string name) => name.Split('.');

    /// <summary>Whether a name matches a pattern, both as segments.</summary>
    public static bool Matches(string[] wanted, string[] segments)
    {
        int next = 0;
        int index = 0;

        // Where to go on when what follows the last ** does not match: it then stands for one segment more.
        int afterStars = -1;
        int covered = 0;
        while (index < segments.Length)
        {
            if (next < wanted.Length && wanted[next] == AnyNumber)
            {
                afterStars = ++next;
                covered = index;
            }
            else if (next < wanted.Length && (wanted[next] == AnyOne || string.Equals(wanted[next], segments[index], StringComparison.Ordinal)))
            {
                next++;
                index++;
            }
            else if (afterStars >= 0)
            {
                next = afterStars;
                index = ++covered;
            }
            else
            {
                return false;
            }
        }

        return wanted.Skip(next).All(static segment => segment == AnyNumber);
    }
}
