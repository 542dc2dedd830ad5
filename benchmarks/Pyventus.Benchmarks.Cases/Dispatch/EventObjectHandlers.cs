using System.Runtime.CompilerServices;

namespace Pyventus.Benchmarks.Cases.Dispatch;

/// <summary>Handlers of event objects.</summary>
internal static class EventObjectHandlers
{
    /// <summary>What the handlers add up, so that their calls can be verified.</summary>
    public static long Sum;

    [On<OrderPlaced>]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Placed(OrderPlaced placed) => Sum += placed.Value;

    [On<OrderMoved>]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Moved(OrderMoved moved) => Sum += moved.Value;
}
