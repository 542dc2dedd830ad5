using System.Runtime.CompilerServices;

namespace Pyventus.Benchmarks.Cases.Linking;

/// <summary>Four handlers that share nothing between threads.</summary>
internal static class ThreadHandlers
{
    /// <summary>What the handlers added up on this thread.</summary>
    [ThreadStatic]
    public static long Sum;

    [On("threads.4")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H1(int value) => Sum += value;

    [On("threads.4")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H2(int value) => Sum += value;

    [On("threads.4")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H3(int value) => Sum += value;

    [On("threads.4")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H4(int value) => Sum += value;
}
