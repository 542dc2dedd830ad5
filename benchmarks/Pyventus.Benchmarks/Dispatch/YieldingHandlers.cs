namespace Pyventus.Benchmarks.Dispatch;

/// <summary>Four asynchronous handlers that really yield.</summary>
internal static class YieldingHandlers
{
    [On("yielding.4")]
    internal static async Task H1() => await Task.Yield();

    [On("yielding.4")]
    internal static async Task H2() => await Task.Yield();

    [On("yielding.4")]
    internal static async Task H3() => await Task.Yield();

    [On("yielding.4")]
    internal static async Task H4() => await Task.Yield();
}
