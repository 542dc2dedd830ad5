namespace Pyventus;

/// <summary>An emission that waits for a thread, in the queue of an executor.</summary>
internal interface IQueuedWork
{
    /// <summary>The caller's context, in which the handlers run; null for that of a thread without any.</summary>
    ExecutionContext? Context { get; }

    /// <summary>Nothing can reject the emission any more.</summary>
    /// <param name="service">The service that will <see cref="Release"/> it.</param>
    void Accept(object service);

    /// <summary>Decides that the emission never starts. Runs no code of the user's.</summary>
    /// <returns>Whether it had not started.</returns>
    bool TryDrop();

    /// <summary>Tells those concerned why the emission was dropped.</summary>
    void ReportDropped(Exception reason);

    /// <summary>The service has counted the emission out: whoever awaits it may go on.</summary>
    void Release(object service);
}
