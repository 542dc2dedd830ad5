using System.Runtime.CompilerServices;

namespace Pyventus.Benchmarks.Dispatch;

/// <summary>Sixteen handlers that do next to nothing and are not inlined, so that only the way to them is measured.</summary>
internal static class SyncHandlers
{
    /// <summary>What the handlers add up, so that their calls can be verified.</summary>
    public static long Sum;

    public static readonly Action<int>[] All = [H1, H2, H3, H4, H5, H6, H7, H8, H9, H10, H11, H12, H13, H14, H15, H16];

    [On("sync.1", "sync.4", "sync.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H1(int value) => Sum += value;

    [On("sync.4", "sync.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H2(int value) => Sum += value;

    [On("sync.4", "sync.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H3(int value) => Sum += value;

    [On("sync.4", "sync.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H4(int value) => Sum += value;

    [On("sync.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H5(int value) => Sum += value;

    [On("sync.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H6(int value) => Sum += value;

    [On("sync.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H7(int value) => Sum += value;

    [On("sync.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H8(int value) => Sum += value;

    [On("sync.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H9(int value) => Sum += value;

    [On("sync.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H10(int value) => Sum += value;

    [On("sync.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H11(int value) => Sum += value;

    [On("sync.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H12(int value) => Sum += value;

    [On("sync.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H13(int value) => Sum += value;

    [On("sync.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H14(int value) => Sum += value;

    [On("sync.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H15(int value) => Sum += value;

    [On("sync.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H16(int value) => Sum += value;
}
