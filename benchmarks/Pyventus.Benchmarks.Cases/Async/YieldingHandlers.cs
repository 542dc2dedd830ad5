namespace Pyventus.Benchmarks.Cases.Async;

/// <summary>Four asynchronous handlers that really yield.</summary>
internal static class YieldingHandlers
{
    private static long _sum;

    /// <summary>What the handlers added up, so that their calls can be verified.</summary>
    public static long Sum => Volatile.Read(ref _sum);

    [On("yielding.4")]
    internal static Task H1(int value) => AddAsync(value);

    [On("yielding.4")]
    internal static Task H2(int value) => AddAsync(value);

    [On("yielding.4")]
    internal static Task H3(int value) => AddAsync(value);

    [On("yielding.4")]
    internal static Task H4(int value) => AddAsync(value);

    private static async Task AddAsync(int value)
    {
        await Task.Yield();
        Interlocked.Add(ref _sum, value);
    }
}
