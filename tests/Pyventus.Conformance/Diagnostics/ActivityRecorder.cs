using System.Collections.Concurrent;
using System.Diagnostics;

namespace Pyventus.Conformance;

/// <summary>Listens to the activities of the library for one event.</summary>
internal sealed class ActivityRecorder : IDisposable
{
    private readonly ConcurrentQueue<Activity> _stopped = new();
    private readonly ActivityListener _listener;

    public ActivityRecorder(string eventName)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Pyventus",
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
                options.Name.EndsWith(eventName, StringComparison.Ordinal) ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None,
            ActivityStopped = _stopped.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public IReadOnlyCollection<Activity> Stopped => _stopped;

    public void Dispose() => _listener.Dispose();
}
