using System.Runtime.CompilerServices;

namespace Pyventus.Benchmarks.Cases.Dispatch;

/// <summary>Handlers that do next to nothing and are not inlined, so that only the way to them is measured.</summary>
internal static class SyncHandlers
{
    /// <summary>What the handlers add up, so that their calls can be verified.</summary>
    public static long Sum;

    public static readonly Action<int>[] All =
    [
        H1, H2, H3, H4, H5, H6, H7, H8,
        H9, H10, H11, H12, H13, H14, H15, H16,
        H17, H18, H19, H20, H21, H22, H23, H24,
        H25, H26, H27, H28, H29, H30, H31, H32,
    ];

    [On("sync.1", "sync.2", "sync.4", "sync.8", "sync.16", "sync.32", "changed.4", "changed.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H1(int value) => Sum += value;

    [On("sync.2", "sync.4", "sync.8", "sync.16", "sync.32", "changed.4", "changed.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H2(int value) => Sum += value;

    [On("sync.4", "sync.8", "sync.16", "sync.32", "changed.4", "changed.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H3(int value) => Sum += value;

    [On("sync.4", "sync.8", "sync.16", "sync.32", "changed.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H4(int value) => Sum += value;

    [On("sync.8", "sync.16", "sync.32", "changed.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H5(int value) => Sum += value;

    [On("sync.8", "sync.16", "sync.32", "changed.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H6(int value) => Sum += value;

    [On("sync.8", "sync.16", "sync.32", "changed.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H7(int value) => Sum += value;

    [On("sync.8", "sync.16", "sync.32", "changed.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H8(int value) => Sum += value;

    [On("sync.16", "sync.32", "changed.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H9(int value) => Sum += value;

    [On("sync.16", "sync.32", "changed.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H10(int value) => Sum += value;

    [On("sync.16", "sync.32", "changed.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H11(int value) => Sum += value;

    [On("sync.16", "sync.32", "changed.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H12(int value) => Sum += value;

    [On("sync.16", "sync.32", "changed.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H13(int value) => Sum += value;

    [On("sync.16", "sync.32", "changed.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H14(int value) => Sum += value;

    [On("sync.16", "sync.32", "changed.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H15(int value) => Sum += value;

    [On("sync.16", "sync.32")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H16(int value) => Sum += value;

    [On("sync.32")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H17(int value) => Sum += value;

    [On("sync.32")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H18(int value) => Sum += value;

    [On("sync.32")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H19(int value) => Sum += value;

    [On("sync.32")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H20(int value) => Sum += value;

    [On("sync.32")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H21(int value) => Sum += value;

    [On("sync.32")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H22(int value) => Sum += value;

    [On("sync.32")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H23(int value) => Sum += value;

    [On("sync.32")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H24(int value) => Sum += value;

    [On("sync.32")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H25(int value) => Sum += value;

    [On("sync.32")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H26(int value) => Sum += value;

    [On("sync.32")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H27(int value) => Sum += value;

    [On("sync.32")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H28(int value) => Sum += value;

    [On("sync.32")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H29(int value) => Sum += value;

    [On("sync.32")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H30(int value) => Sum += value;

    [On("sync.32")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H31(int value) => Sum += value;

    [On("sync.32")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H32(int value) => Sum += value;
}
