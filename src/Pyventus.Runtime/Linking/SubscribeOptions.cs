namespace Pyventus;

/// <summary>How a handler is subscribed at run time.</summary>
public sealed class SubscribeOptions
{
    internal static readonly SubscribeOptions Default = new();

    /// <summary>Whether the handler runs a single time, for all events of the subscription together.</summary>
    public bool Once { get; init; }

    /// <summary>The place of the handler in an emission: ascending, 0 by default; ties run static handlers first, then in subscription order.</summary>
    public int Order { get; init; }

    /// <summary>Runs a synchronous handler on the thread pool, so that a blocking one does not hold up the others of its emission.</summary>
    public bool ForceAsync { get; init; }

    /// <summary>Whether the handler also gets the event objects of types derived from its own, or implementing it.</summary>
    public bool IncludeDerived { get; init; }

    /// <summary>
    /// Runs after the handler succeeded, with its result, or null when it has none. What it throws is reported like a
    /// failure of the handler; it is not retried.
    /// </summary>
    public Action<object?>? OnSuccess { get; init; }

    /// <summary>Runs after the handler failed, before <see cref="EventEmitter.HandlerFailed"/>.</summary>
    public Action<Exception>? OnFailure { get; init; }
}
