using Pyventus;

namespace QuickStart.Handlers;

/// <summary>Shows a summary, and keeps it beside the log.</summary>
internal static class SummaryOutput
{
    [On<TrafficSummary>(Order = -1)]
    internal static void Print(TrafficSummary summary) => Console.WriteLine(SummaryTable.Render(summary));

    [On<TrafficSummary>]
    internal static async Task WriteAsync(TrafficSummary summary, CancellationToken cancellationToken)
    {
        string file = Path.ChangeExtension(summary.Log.File, ".summary.txt");
        await File.WriteAllTextAsync(file, SummaryTable.Render(summary), cancellationToken);
        Console.WriteLine($"Written to {file}");
    }
}
