namespace Pyventus;

/// <summary>An emission that waits for a thread, in the queue of an executor.</summary>
/// <param name="context">The caller's context; null when it does not flow.</param>
internal abstract class QueuedWork(ExecutionContext? context)
{
    /// <summary>The context that the handlers run in; null for that of a thread without any.</summary>
    public ExecutionContext? Context { get; } = context;

    /// <summary>Whether a handler of the same executor emitted it.</summary>
    public bool IsNested { get; set; }

    /// <summary>Nothing can reject the emission any more.</summary>
    /// <param name="service">The service that will <see cref="Release"/> it.</param>
    public abstract void Accept(object service);

    /// <summary>Decides that the emission never starts. Runs no code of the user's.</summary>
    /// <returns>Whether it had not started.</returns>
    public abstract bool TryDrop();

    /// <summary>Tells those concerned why the emission was dropped.</summary>
    public abstract void ReportDropped(Exception reason);

    /// <summary>The service has counted the emission out: whoever awaits it may go on.</summary>
    public abstract void Release(object service);
}
