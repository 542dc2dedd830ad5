using System.Runtime.CompilerServices;

namespace Pyventus.Benchmarks.Cases.Async;

/// <summary>Asynchronous handlers that have completed when they return, and are not inlined.</summary>
internal static class CompletingHandlers
{
    /// <summary>What the handlers add up, so that their calls can be verified.</summary>
    public static long Sum;

    [On("completing.1", "completing.4", "completing.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H1(int value)
    {
        Sum += value;
        return default;
    }

    [On("completing.4", "completing.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H2(int value)
    {
        Sum += value;
        return default;
    }

    [On("completing.4", "completing.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H3(int value)
    {
        Sum += value;
        return default;
    }

    [On("completing.4", "completing.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H4(int value)
    {
        Sum += value;
        return default;
    }

    [On("completing.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H5(int value)
    {
        Sum += value;
        return default;
    }

    [On("completing.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H6(int value)
    {
        Sum += value;
        return default;
    }

    [On("completing.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H7(int value)
    {
        Sum += value;
        return default;
    }

    [On("completing.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H8(int value)
    {
        Sum += value;
        return default;
    }

    [On("completing.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H9(int value)
    {
        Sum += value;
        return default;
    }

    [On("completing.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H10(int value)
    {
        Sum += value;
        return default;
    }

    [On("completing.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H11(int value)
    {
        Sum += value;
        return default;
    }

    [On("completing.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H12(int value)
    {
        Sum += value;
        return default;
    }

    [On("completing.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H13(int value)
    {
        Sum += value;
        return default;
    }

    [On("completing.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H14(int value)
    {
        Sum += value;
        return default;
    }

    [On("completing.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H15(int value)
    {
        Sum += value;
        return default;
    }

    [On("completing.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H16(int value)
    {
        Sum += value;
        return default;
    }
}
