using System.Runtime.CompilerServices;

namespace Pyventus.Benchmarks.Cases.Dispatch;

/// <summary>Handlers that do next to nothing and are not inlined, so that only the way to them is measured.</summary>
internal static class SyncHandlers
{
    public static readonly Action<int>[] All =
    [
        H1, H2, H3, H4, H5, H6, H7, H8,
        H9, H10, H11, H12, H13, H14, H15, H16,
        H17, H18, H19, H20, H21, H22, H23, H24,
        H25, H26, H27, H28, H29, H30, H31, H32,
    ];

    // One for each handler: additions to one and the same wait for each other, for 4 or 7 cycles as the processor happens to
    // forward what it stored, which would be measured instead of the calls.
    private static long _sum1;
    private static long _sum2;
    private static long _sum3;
    private static long _sum4;
    private static long _sum5;
    private static long _sum6;
    private static long _sum7;
    private static long _sum8;
    private static long _sum9;
    private static long _sum10;
    private static long _sum11;
    private static long _sum12;
    private static long _sum13;
    private static long _sum14;
    private static long _sum15;
    private static long _sum16;
    private static long _sum17;
    private static long _sum18;
    private static long _sum19;
    private static long _sum20;
    private static long _sum21;
    private static long _sum22;
    private static long _sum23;
    private static long _sum24;
    private static long _sum25;
    private static long _sum26;
    private static long _sum27;
    private static long _sum28;
    private static long _sum29;
    private static long _sum30;
    private static long _sum31;
    private static long _sum32;

    /// <summary>What the handlers add up, so that their calls can be verified.</summary>
    public static long Sum =>
        _sum1 + _sum2 + _sum3 + _sum4 + _sum5 + _sum6 + _sum7 + _sum8
        + _sum9 + _sum10 + _sum11 + _sum12 + _sum13 + _sum14 + _sum15 + _sum16
        + _sum17 + _sum18 + _sum19 + _sum20 + _sum21 + _sum22 + _sum23 + _sum24
        + _sum25 + _sum26 + _sum27 + _sum28 + _sum29 + _sum30 + _sum31 + _sum32;

    [On("sync.1", "sync.2", "sync.4", "sync.8", "sync.16", "sync.32", "changed.4", "changed.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H1(int value) => _sum1 += value;

    [On("sync.2", "sync.4", "sync.8", "sync.16", "sync.32", "changed.4", "changed.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H2(int value) => _sum2 += value;

    [On("sync.4", "sync.8", "sync.16", "sync.32", "changed.4", "changed.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H3(int value) => _sum3 += value;

    [On("sync.4", "sync.8", "sync.16", "sync.32", "changed.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H4(int value) => _sum4 += value;

    [On("sync.8", "sync.16", "sync.32", "changed.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H5(int value) => _sum5 += value;

    [On("sync.8", "sync.16", "sync.32", "changed.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H6(int value) => _sum6 += value;

    [On("sync.8", "sync.16", "sync.32", "changed.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H7(int value) => _sum7 += value;

    [On("sync.8", "sync.16", "sync.32", "changed.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H8(int value) => _sum8 += value;

    [On("sync.16", "sync.32", "changed.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H9(int value) => _sum9 += value;

    [On("sync.16", "sync.32", "changed.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H10(int value) => _sum10 += value;

    [On("sync.16", "sync.32", "changed.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H11(int value) => _sum11 += value;

    [On("sync.16", "sync.32", "changed.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H12(int value) => _sum12 += value;

    [On("sync.16", "sync.32", "changed.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H13(int value) => _sum13 += value;

    [On("sync.16", "sync.32", "changed.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H14(int value) => _sum14 += value;

    [On("sync.16", "sync.32", "changed.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H15(int value) => _sum15 += value;

    [On("sync.16", "sync.32")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H16(int value) => _sum16 += value;

    [On("sync.32")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H17(int value) => _sum17 += value;

    [On("sync.32")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H18(int value) => _sum18 += value;

    [On("sync.32")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H19(int value) => _sum19 += value;

    [On("sync.32")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H20(int value) => _sum20 += value;

    [On("sync.32")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H21(int value) => _sum21 += value;

    [On("sync.32")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H22(int value) => _sum22 += value;

    [On("sync.32")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H23(int value) => _sum23 += value;

    [On("sync.32")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H24(int value) => _sum24 += value;

    [On("sync.32")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H25(int value) => _sum25 += value;

    [On("sync.32")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H26(int value) => _sum26 += value;

    [On("sync.32")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H27(int value) => _sum27 += value;

    [On("sync.32")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H28(int value) => _sum28 += value;

    [On("sync.32")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H29(int value) => _sum29 += value;

    [On("sync.32")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H30(int value) => _sum30 += value;

    [On("sync.32")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H31(int value) => _sum31 += value;

    [On("sync.32")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void H32(int value) => _sum32 += value;
}
