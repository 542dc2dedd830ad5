namespace Pyventus;

/// <summary>How a <see cref="ThreadPoolExecutor"/> works; immutable.</summary>
public sealed class ThreadPoolExecutorOptions
{
    internal static readonly ThreadPoolExecutorOptions Default = new();

    /// <summary>How many emissions run at a time; 0, the default, leaves that to the shared .NET thread pool.</summary>
    public int MaxWorkers { get; init; }

    /// <summary>How many emissions from outside may wait to be run; null, the default, for any number. What a handler of the executor emits is always accepted.</summary>
    public int? Capacity { get; init; }

    /// <summary>What happens to an emission when that many are waiting.</summary>
    public FullMode FullMode { get; init; }

    /// <summary>Whether handlers run without the caller's <see cref="ExecutionContext"/> (activity, culture, log scopes, <see cref="AsyncLocal{T}"/>).</summary>
    public bool SuppressExecutionContext { get; init; }
}
