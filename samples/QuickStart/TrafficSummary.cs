namespace QuickStart;

/// <summary>An event object: the statistics of a log are complete.</summary>
internal sealed record TrafficSummary(
    LogRead Log,
    int Requests,
    int RejectedLines,
    int FailedRequests,
    long Bytes,
    IReadOnlyList<KeyValuePair<int, int>> StatusClasses,
    IReadOnlyList<PathTraffic> TopPaths,
    IReadOnlyList<RequestLogged> Slowest)
{
    /// <summary>How many events were emitted while the log was read.</summary>
    public int Events => Requests + RejectedLines + FailedRequests;
}
