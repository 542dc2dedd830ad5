using System.Runtime.CompilerServices;

namespace Pyventus.Benchmarks.Dispatch;

/// <summary>Sixteen asynchronous handlers that complete synchronously and are not inlined.</summary>
internal static class AsyncHandlers
{
    /// <summary>What the handlers add up, so that their calls can be verified.</summary>
    public static long Sum;

    [On("async.1", "async.4", "async.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H1(int value)
    {
        Sum += value;
        return default;
    }

    [On("async.4", "async.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H2(int value)
    {
        Sum += value;
        return default;
    }

    [On("async.4", "async.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H3(int value)
    {
        Sum += value;
        return default;
    }

    [On("async.4", "async.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H4(int value)
    {
        Sum += value;
        return default;
    }

    [On("async.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H5(int value)
    {
        Sum += value;
        return default;
    }

    [On("async.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H6(int value)
    {
        Sum += value;
        return default;
    }

    [On("async.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H7(int value)
    {
        Sum += value;
        return default;
    }

    [On("async.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H8(int value)
    {
        Sum += value;
        return default;
    }

    [On("async.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H9(int value)
    {
        Sum += value;
        return default;
    }

    [On("async.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H10(int value)
    {
        Sum += value;
        return default;
    }

    [On("async.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H11(int value)
    {
        Sum += value;
        return default;
    }

    [On("async.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H12(int value)
    {
        Sum += value;
        return default;
    }

    [On("async.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H13(int value)
    {
        Sum += value;
        return default;
    }

    [On("async.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H14(int value)
    {
        Sum += value;
        return default;
    }

    [On("async.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H15(int value)
    {
        Sum += value;
        return default;
    }

    [On("async.16")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask H16(int value)
    {
        Sum += value;
        return default;
    }
}
