using Pyventus;

namespace Shop.Contracts;

/// <summary>The named events of the shop: what they carry is the contract of everybody who emits or handles them.</summary>
public static partial class OrderEvents
{
    /// <summary>A customer placed an order.</summary>
    [Emits("order.placed")]
    public static partial ValueTask<EmissionResult> OrderPlacedAsync(this EventEmitter emitter, int id, decimal amount, string customer = "guest");

    /// <summary>An order was paid in full.</summary>
    [Emits("order.paid")]
    public static partial ValueTask<EmissionResult> OrderPaidAsync(this EventEmitter emitter, int id);
}
