using Pyventus;

namespace Lib;

public static partial class OrderEvents
{
    /// <summary>A customer placed an order.</summary>
    [Emits("order.placed")]
    public static partial ValueTask<EmissionResult> OrderPlacedAsync(
        this EventEmitter emitter, int id, string customer = "guest", CancellationToken cancellationToken = default);

    /// <summary>An order was paid.</summary>
    [Emits("order.paid")]
    public static partial void OrderPaid(this EventEmitter emitter, int id, decimal amount);
}
