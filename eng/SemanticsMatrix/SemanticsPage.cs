using System.Text.RegularExpressions;

namespace Pyventus.Engineering;

/// <summary>docs/semantics.md: it states the rules, and has the tables between two comments.</summary>
internal sealed partial class SemanticsPage
{
    private const string Begin = "<!-- matrix: made of the results of tests/Pyventus.Conformance by eng/SemanticsMatrix -->\n";
    private const string End = "<!-- end of the matrix -->";

    private readonly string _text;
    private readonly int _start;
    private readonly int _end;

    public SemanticsPage(string text)
    {
        _text = text.ReplaceLineEndings("\n");
        _start = Find(Begin, 0) + Begin.Length;
        _end = Find(End, _start);
    }

    /// <summary>What is between the two comments.</summary>
    public string Matrix => _text[_start.._end];

    /// <summary>The rules in the order of the page: <c>- **L1 Keys.** …</c>.</summary>
    public IReadOnlyList<SemanticsRule> Rules =>
        [.. Statements().Matches(_text).Select(static match => new SemanticsRule(match.Groups["id"].Value, match.Groups["title"].Value))];

    /// <summary>The tests that the page names.</summary>
    public IEnumerable<string> Tests => TestNames().Matches(_text).Select(static match => match.Groups["name"].Value).Distinct();

    public string With(string matrix) => _text[.._start] + matrix + _text[_end..];

    private int Find(string marker, int start)
    {
        int found = _text.IndexOf(marker, start, StringComparison.Ordinal);
        return found >= 0 ? found : throw new InvalidDataException($"The page has no line '{marker.Trim()}' where it should be.");
    }

    [GeneratedRegex(@"^- \*\*(?<title>(?<id>[LPEAXR][0-9]+|Bad input)[^*]*?)\.?\*\*", RegexOptions.Multiline)]
    private static partial Regex Statements();

    [GeneratedRegex("`(?<name>(?:[LPEAXR][0-9]+_|Bad_input_)[A-Za-z0-9_]+)`")]
    private static partial Regex TestNames();
}
