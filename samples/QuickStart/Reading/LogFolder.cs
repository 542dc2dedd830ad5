using System.Runtime.CompilerServices;

namespace QuickStart.Reading;

/// <summary>Finds the logs that are dropped into a folder.</summary>
internal static class LogFolder
{
    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(500);

    /// <summary>The new logs in the order found, each once it has not grown for an interval: it may still be being copied.</summary>
    public static async IAsyncEnumerable<string> WatchAsync(string folder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var done = new HashSet<string>(GetLogs(folder).Select(static log => log.FullName), StringComparer.Ordinal);
        var lengths = new Dictionary<string, long>(StringComparer.Ordinal);
        using var timer = new PeriodicTimer(_interval);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            foreach (FileInfo log in GetLogs(folder).Where(log => !done.Contains(log.FullName)))
            {
                if (lengths.TryGetValue(log.FullName, out long before) && before == log.Length)
                {
                    done.Add(log.FullName);
                    yield return log.FullName;
                }

                lengths[log.FullName] = log.Length;
            }
        }
    }

    private static IEnumerable<FileInfo> GetLogs(string folder) =>
        new DirectoryInfo(folder)
            .GetFiles()
            .Where(static file => file.Extension.ToUpperInvariant() is ".LOG" or ".CSV")
            .OrderBy(static file => file.Name, StringComparer.Ordinal);
}
