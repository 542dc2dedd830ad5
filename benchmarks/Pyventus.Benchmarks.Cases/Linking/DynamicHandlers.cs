namespace Pyventus.Benchmarks.Cases.Linking;

/// <summary>A handler that is subscribed at run time.</summary>
internal static class DynamicHandlers
{
    public static readonly Action<int> Add = AddValue;

    /// <summary>What the handler added up on this thread, so that its calls can be verified.</summary>
    [ThreadStatic]
    public static long Sum;

    private static void AddValue(int value) => Sum += value;
}
