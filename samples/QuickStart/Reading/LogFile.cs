namespace QuickStart.Reading;

/// <summary>Reads a log line by line, whatever its format and size.</summary>
internal static class LogFile
{
    public static IEnumerable<LogLine> Read(string file)
    {
        using var reader = new StreamReader(file);
        ILineParser parser = new CombinedLineParser();
        int number = 0;
        if (Path.GetExtension(file).Equals(".csv", StringComparison.OrdinalIgnoreCase))
        {
            parser = new CsvLineParser(reader.ReadLine() ?? "");
            number++;
        }

        while (reader.ReadLine() is { } line)
        {
            RequestLogged? request = parser.Parse(line, out string problem);
            yield return new LogLine(++number, request, problem);
        }
    }
}
