namespace Pyventus.Conformance;

/// <summary>Every wait of a test ends: with what it waits for, or with a <see cref="TimeoutException"/>.</summary>
internal static class Deadline
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30 * Math.Max(1, StressScale.Factor));

    public static Task InTime(this Task task) => task.WaitAsync(Limit);

    public static Task<T> InTime<T>(this Task<T> task) => task.WaitAsync(Limit);

    public static Task InTime(this ValueTask task) => task.AsTask().WaitAsync(Limit);

    public static Task<T> InTime<T>(this ValueTask<T> task) => task.AsTask().WaitAsync(Limit);

    /// <summary>Blocks the calling thread until the signal comes, for handlers that have to be synchronous.</summary>
    public static void BlockUntilSet(this ManualResetEventSlim signal)
    {
        if (!signal.Wait(Limit))
        {
            throw new TimeoutException($"The signal did not come within {Limit}.");
        }
    }
}
