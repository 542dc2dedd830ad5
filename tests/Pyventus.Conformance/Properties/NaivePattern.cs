namespace Pyventus.Conformance;

/// <summary>What a pattern means, as plainly as it can be written.</summary>
internal static class NaivePattern
{
    public static bool Matches(string pattern, string name) => Matches(pattern.Split('.'), name.Split('.'));

    private static bool Matches(ReadOnlySpan<string> pattern, ReadOnlySpan<string> name)
    {
        if (pattern.IsEmpty)
        {
            return name.IsEmpty;
        }

        if (pattern[0] == "**")
        {
            return Matches(pattern[1..], name) || (!name.IsEmpty && Matches(pattern, name[1..]));
        }

        return !name.IsEmpty && (pattern[0] == "*" || pattern[0] == name[0]) && Matches(pattern[1..], name[1..]);
    }
}
