namespace Pyventus;

/// <summary>Where a worker of a <see cref="WorkerQueue"/> starts.</summary>
internal enum WorkerStart
{
    /// <summary>There are enough.</summary>
    None,

    /// <summary>On the shared pool.</summary>
    Pool,

    /// <summary>On a thread of its own, since those of the pool block.</summary>
    OwnThread,
}
