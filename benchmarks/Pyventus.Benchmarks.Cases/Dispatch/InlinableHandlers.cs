namespace Pyventus.Benchmarks.Cases.Dispatch;

/// <summary>Handlers that the compiler of the running code may inline.</summary>
internal static class InlinableHandlers
{
    /// <summary>What the handlers add up, so that their calls can be verified.</summary>
    public static long Sum;

    [On("inlinable.1", "inlinable.4", "inlinable.16")]
    internal static void H1(int value) => Sum += value;

    [On("inlinable.4", "inlinable.16")]
    internal static void H2(int value) => Sum += value;

    [On("inlinable.4", "inlinable.16")]
    internal static void H3(int value) => Sum += value;

    [On("inlinable.4", "inlinable.16")]
    internal static void H4(int value) => Sum += value;

    [On("inlinable.16")]
    internal static void H5(int value) => Sum += value;

    [On("inlinable.16")]
    internal static void H6(int value) => Sum += value;

    [On("inlinable.16")]
    internal static void H7(int value) => Sum += value;

    [On("inlinable.16")]
    internal static void H8(int value) => Sum += value;

    [On("inlinable.16")]
    internal static void H9(int value) => Sum += value;

    [On("inlinable.16")]
    internal static void H10(int value) => Sum += value;

    [On("inlinable.16")]
    internal static void H11(int value) => Sum += value;

    [On("inlinable.16")]
    internal static void H12(int value) => Sum += value;

    [On("inlinable.16")]
    internal static void H13(int value) => Sum += value;

    [On("inlinable.16")]
    internal static void H14(int value) => Sum += value;

    [On("inlinable.16")]
    internal static void H15(int value) => Sum += value;

    [On("inlinable.16")]
    internal static void H16(int value) => Sum += value;
}
