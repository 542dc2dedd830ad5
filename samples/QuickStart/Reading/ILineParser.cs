namespace QuickStart.Reading;

/// <summary>Knows the format of a log.</summary>
internal interface ILineParser
{
    /// <summary>Parses one line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="problem">Why it is not a request; empty when it is one.</param>
    /// <returns>The request, or null.</returns>
    RequestLogged? Parse(string line, out string problem);
}
