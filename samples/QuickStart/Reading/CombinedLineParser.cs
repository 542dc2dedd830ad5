using System.Globalization;
using System.Text.RegularExpressions;

namespace QuickStart.Reading;

/// <summary>The common log format, the combined one, and the latter followed by the seconds the request took.</summary>
internal sealed partial class CombinedLineParser : ILineParser
{
    public RequestLogged? Parse(string line, out string problem)
    {
        Match match = Line().Match(line);
        if (!match.Success)
        {
            problem = "neither common nor combined log format";
            return null;
        }

        if (!DateTimeOffset.TryParseExact(match.Groups["time"].ValueSpan, "dd/MMM/yyyy:HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset time))
        {
            problem = $"'{match.Groups["time"]}' is no time";
            return null;
        }

        _ = long.TryParse(match.Groups["bytes"].ValueSpan, CultureInfo.InvariantCulture, out long bytes);
        problem = "";
        return new RequestLogged(
            time,
            match.Groups["client"].Value,
            match.Groups["method"].Value,
            match.Groups["path"].Value,
            int.Parse(match.Groups["status"].ValueSpan, CultureInfo.InvariantCulture),
            bytes,
            match.Groups["seconds"].Success ? TimeSpan.FromSeconds(double.Parse(match.Groups["seconds"].ValueSpan, CultureInfo.InvariantCulture)) : null);
    }

    // 203.0.113.7 - ada [21/Nov/2026:09:00:00 +0000] "GET /cart?id=1 HTTP/1.1" 200 512 "https://…" "Mozilla/5.0 …" 0.042
    [GeneratedRegex(
        """
        ^(?<client>\S+)\ \S+\ \S+
        \ \[(?<time>[^\]]+)\]
        \ "(?<method>[A-Z]+)\ (?<path>[^\s?"]+)(\?\S*)?\ HTTP/[0-9.]+"
        \ (?<status>[1-5][0-9]{2})\ (?<bytes>[0-9]{1,18}|-)
        (\ "(\\.|[^"\\])*"\ "(\\.|[^"\\])*")?
        (\ (?<seconds>[0-9]{1,9}\.[0-9]{1,9}))?$
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
