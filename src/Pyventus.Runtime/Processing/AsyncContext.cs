namespace Pyventus;

/// <summary>Whether <c>Emit</c> of an <see cref="AsyncEventEmitter"/> waits for asynchronous handlers.</summary>
public enum AsyncContext
{
    /// <summary>It starts every handler and returns, on any thread.</summary>
    Background,

    /// <summary>It returns when all is done, blocking the caller.</summary>
    Wait,

    /// <summary>
    /// It waits where nothing asynchronous is around the caller: no <see cref="SynchronizationContext"/>, the default
    /// <see cref="TaskScheduler"/>, no thread-pool thread and no emission. Elsewhere it returns like <see cref="Background"/>.
    /// </summary>
    Auto,
}
