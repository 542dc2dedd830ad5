namespace Pyventus.Benchmarks.Cases.Executors;

/// <summary>Counts jobs that run on other threads and lets the measurement wait for the last one.</summary>
internal static class Jobs
{
    private static TaskCompletionSource _done = new();
    private static int _left;

    /// <summary>How many have run.</summary>
    public static long Sum { get; private set; }

    /// <summary>Expects so many jobs.</summary>
    /// <returns>Completes when exactly as many have run.</returns>
    public static Task Expect(int count)
    {
        _done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _left, count);
        Sum += count;
        return _done.Task;
    }

    [On("job")]
    internal static void Run(int number)
    {
        int left = Interlocked.Decrement(ref _left);
        if (left == 0)
        {
            _done.SetResult();
        }
        else if (left < 0)
        {
            throw new InvalidOperationException($"The job {number} ran twice.");
        }
    }
}
