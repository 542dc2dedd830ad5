using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>Decides whether one event name is likely a misspelling of another.</summary>
internal static class EventNames
{
    private const int LongestShortName = 3;

    /// <summary>
    /// Whether the names differ only by case or white space, or by one edit: a character added, left out, replaced or
    /// swapped with its neighbour. Short segments and numbers differ by design, so that there only case counts.
    /// </summary>
    public static bool AreSimilar(string left, string right)
    {
        if (string.Equals(left, right, StringComparison.Ordinal))
        {
            return false;
        }

        if (string.Equals(RemoveWhiteSpace(left), RemoveWhiteSpace(right), StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var (one, other) = GetDifference(left, right);
        return Math.Min(one.Length, other.Length) > LongestShortName && IsOneEdit(one, other);
    }

    private static string RemoveWhiteSpace(string name) => string.Concat(name.Where(static character => !char.IsWhiteSpace(character)));

    // The segment in which the names differ, or the names when they differ otherwise.
    private static (string One, string Other) GetDifference(string left, string right)
    {
        string[] ones = left.Split('.');
        string[] others = right.Split('.');
        int[] different = ones.Length != others.Length
            ? []
            : [.. Enumerable.Range(0, ones.Length).Where(index => !string.Equals(ones[index], others[index], StringComparison.Ordinal))];
        return different.Length == 1 ? (ones[different[0]], others[different[0]]) : (left, right);
    }

    private static bool IsOneEdit(string one, string other)
    {
        if (one.Length > other.Length)
        {
            (one, other) = (other, one);
        }

        int start = 0;
        while (start < one.Length && one[start] == other[start])
        {
            start++;
        }

        int end = 0;
        while (end < one.Length - start && one[one.Length - 1 - end] == other[other.Length - 1 - end])
        {
            end++;
        }

        string removed = one.Substring(start, one.Length - start - end);
        string added = other.Substring(start, other.Length - start - end);
        return !(removed + added).Any(char.IsDigit)
            && ((removed.Length <= 1 && added.Length == 1)
                || (removed.Length == 2 && added.Length == 2 && removed[0] == added[1] && removed[1] == added[0]));
    }
}
