using Pyventus;

namespace QuickStart.Handlers;

/// <summary>
/// Counts what was logged. An instance handler: the emitters of a log share one instance, which the linker creates. Its
/// handlers run on the thread pool, many at a time.
/// </summary>
internal sealed class TrafficStatistics
{
    private const int Shown = 8;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, PathTraffic> _paths = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, int> _statusClasses = [];
    private readonly PriorityQueue<RequestLogged, TimeSpan> _slowest = new();
    private int _requests;
    private int _failedRequests;
    private int _rejectedLines;
    private long _bytes;

    [On<RequestLogged>]
    internal void Count(RequestLogged request)
    {
        int failures = request.Status >= 500 ? 1 : 0;
        lock (_gate)
        {
            _requests++;
            _bytes += request.Bytes;
            _statusClasses[request.Status / 100] = _statusClasses.GetValueOrDefault(request.Status / 100) + 1;

            PathTraffic path = _paths.GetValueOrDefault(request.Path);
            _paths[request.Path] = new PathTraffic(request.Path, path.Requests + 1, path.Failures + failures, path.Bytes + request.Bytes);

            if (request.Duration is { } duration)
            {
                _slowest.Enqueue(request, duration);
                if (_slowest.Count > Shown)
                {
                    _slowest.Dequeue();
                }
            }
        }
    }

    // A handler takes as much of the payload as it needs, from the left: here nothing.
    [On("line.rejected")]
    internal void CountRejectedLine() => Interlocked.Increment(ref _rejectedLines);

    [On("request.failed")]
    internal void CountFailedRequest() => Interlocked.Increment(ref _failedRequests);

    [On<LogRead>]
    internal async Task SummarizeAsync(LogRead log, EventContext context, CancellationToken cancellationToken) =>
        await context.Emitter.EmitAsync(Summarize(log), cancellationToken);

    private TrafficSummary Summarize(LogRead log)
    {
        lock (_gate)
        {
            return new TrafficSummary(
                log,
                _requests,
                _rejectedLines,
                _failedRequests,
                _bytes,
                [.. _statusClasses],
                [.. _paths.Values.OrderByDescending(static path => path.Requests).ThenBy(static path => path.Path, StringComparer.Ordinal).Take(Shown)],
                [.. _slowest.UnorderedItems.OrderByDescending(static item => item.Priority).Select(static item => item.Element)]);
        }
    }
}
