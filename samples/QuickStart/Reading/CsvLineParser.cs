using System.Globalization;

namespace QuickStart.Reading;

/// <summary>Comma-separated values; the header says which column is which. A column "seconds" may be missing or empty.</summary>
internal sealed class CsvLineParser(string header) : ILineParser
{
    private readonly List<string> _columns = CsvFields.Split(header);

    public RequestLogged? Parse(string line, out string problem)
    {
        List<string> fields = CsvFields.Split(line);
        problem = "";
        string timeText = Field("time", ref problem);
        string client = Field("client", ref problem);
        string method = Field("method", ref problem);
        string path = Field("path", ref problem);
        string statusText = Field("status", ref problem);
        string bytesText = Field("bytes", ref problem);
        if (problem.Length > 0)
        {
            return null;
        }

        if (!DateTimeOffset.TryParse(timeText, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time))
        {
            problem = $"'{timeText}' is no time";
        }
        else if (!int.TryParse(statusText, NumberStyles.None, CultureInfo.InvariantCulture, out int status) || status is < 100 or > 599)
        {
            problem = $"'{statusText}' is no HTTP status";
        }
        else if (!long.TryParse(bytesText, NumberStyles.None, CultureInfo.InvariantCulture, out long bytes))
        {
            problem = $"'{bytesText}' is no number of bytes";
        }
        else
        {
            return new RequestLogged(time, client, method, path, status, bytes, GetDuration(fields));
        }

        return null;

        string Field(string column, ref string problem)
        {
            int index = _columns.IndexOf(column);
            if (index >= 0 && index < fields.Count && fields[index].Length > 0)
            {
                return fields[index];
            }

            problem = index < 0 ? $"the header has no column '{column}'" : $"'{column}' is missing";
            return "";
        }
    }

    private TimeSpan? GetDuration(List<string> fields)
    {
        int index = _columns.IndexOf("seconds");
        bool isKnown = index >= 0 && index < fields.Count;
        return isKnown && double.TryParse(fields[index], CultureInfo.InvariantCulture, out double seconds) && seconds is >= 0 and < 1e9
            ? TimeSpan.FromSeconds(seconds)
            : null;
    }
}
