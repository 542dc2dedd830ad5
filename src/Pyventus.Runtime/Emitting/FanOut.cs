namespace Pyventus;

/// <summary>Whether the asynchronous handlers of an emission overlap.</summary>
public enum FanOut
{
    /// <summary>All are started in order and run concurrently.</summary>
    Concurrent,

    /// <summary>Each is awaited before the next one starts. <see cref="ErrorPolicy.StopOnFirst"/> implies it.</summary>
    Sequential,
}
