using System.Runtime.CompilerServices;

namespace Pyventus.Benchmarks.Cases.Async;

/// <summary>Asynchronous handlers that have completed when they return, and are not inlined.</summary>
internal static class CompletingHandlers
{
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

    /// <summary>What the handlers add up, so that their calls can be verified.</summary>
    public static long Sum =>
        _sum1 + _sum2 + _sum3 + _sum4 + _sum5 + _sum6 + _sum7 + _sum8
        + _sum9 + _sum10 + _sum11 + _sum12 + _sum13 + _sum14 + _sum15 + _sum16;

    [On("completing.1", "completing.4", "completing.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H1(int value)
    {
        _sum1 += value;
        return default;
    }

    [On("completing.4", "completing.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H2(int value)
    {
        _sum2 += value;
        return default;
    }

    [On("completing.4", "completing.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H3(int value)
    {
        _sum3 += value;
        return default;
    }

    [On("completing.4", "completing.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H4(int value)
    {
        _sum4 += value;
        return default;
    }

    [On("completing.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H5(int value)
    {
        _sum5 += value;
        return default;
    }

    [On("completing.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H6(int value)
    {
        _sum6 += value;
        return default;
    }

    [On("completing.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H7(int value)
    {
        _sum7 += value;
        return default;
    }

    [On("completing.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H8(int value)
    {
        _sum8 += value;
        return default;
    }

    [On("completing.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H9(int value)
    {
        _sum9 += value;
        return default;
    }

    [On("completing.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H10(int value)
    {
        _sum10 += value;
        return default;
    }

    [On("completing.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H11(int value)
    {
        _sum11 += value;
        return default;
    }

    [On("completing.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H12(int value)
    {
        _sum12 += value;
        return default;
    }

    [On("completing.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H13(int value)
    {
        _sum13 += value;
        return default;
    }

    [On("completing.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H14(int value)
    {
        _sum14 += value;
        return default;
    }

    [On("completing.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H15(int value)
    {
        _sum15 += value;
        return default;
    }

    [On("completing.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H16(int value)
    {
        _sum16 += value;
        return default;
    }
}
