namespace Pyventus;

/// <summary>Which scope of the service provider handlers get their services from.</summary>
public enum HandlerScope
{
    /// <summary>
    /// Each handler call has a scope of its own, so that concurrent handlers never share one; disposed, asynchronously where
    /// services need it, when the handler and its callback have ended.
    /// </summary>
    PerHandler,

    /// <summary>The handlers of an emission share a scope, disposed when the last of them has ended.</summary>
    PerEmission,

    /// <summary>
    /// Handlers use the provider given to the emitter as it is, typically that of a scope around the caller. Implies
    /// <see cref="FanOut.Sequential"/>, since scoped services are rarely thread-safe, and serves in-process executors only.
    /// </summary>
    Caller,
}
