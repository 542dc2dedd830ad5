using System.Globalization;
using System.Text;

namespace QuickStart;

/// <summary>A summary as text.</summary>
internal static class SummaryTable
{
    public static string Render(TrafficSummary summary)
    {
        double seconds = summary.Log.Elapsed.TotalSeconds;
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"\n{Path.GetFileName(summary.Log.File)}: {summary.Log.Lines:N0} lines, {summary.RejectedLines:N0} skipped\n")
            .Append(CultureInfo.InvariantCulture, $"{summary.Requests:N0} requests, {summary.FailedRequests:N0} failed, {summary.Bytes / 1e6:N1} MB\n")
            .Append(CultureInfo.InvariantCulture, $"{summary.Events:N0} events in {seconds * 1000:N0} ms: {summary.Events / seconds:N0} events/s\n");

        text.Append("\nStatus     requests    share\n");
        foreach ((int statusClass, int count) in summary.StatusClasses)
        {
            text.Append(CultureInfo.InvariantCulture, $"{statusClass}xx      {count,11:N0} {(double)count / summary.Requests,8:P1}\n");
        }

        text.Append("\nTop paths                      requests   failed          kB\n");
        foreach (PathTraffic path in summary.TopPaths)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Cut(path.Path),-28} {path.Requests,10:N0} {path.Failures,8:N0} {path.Bytes / 1000,11:N0}\n");
        }

        text.Append("\nSlowest requests                 status           ms\n");
        foreach (RequestLogged request in summary.Slowest)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Cut($"{request.Method} {request.Path}"),-28} {request.Status,10} {request.Duration?.TotalMilliseconds,12:N0}\n");
        }

        return text.ToString();
    }

    private static string Cut(string text) => text.Length <= 28 ? text : text[..27] + "…";
}
