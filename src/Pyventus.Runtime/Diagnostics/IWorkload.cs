namespace Pyventus;

/// <summary>A service or executor whose unfinished emissions can be observed. Thread-safe.</summary>
internal interface IWorkload
{
    /// <summary>The accepted emissions that have not ended.</summary>
    int PendingCount { get; }

    /// <summary>Those of them that wait for a worker or for their turn.</summary>
    int QueuedCount { get; }
}
