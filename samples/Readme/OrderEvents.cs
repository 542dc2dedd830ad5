using Pyventus;

namespace Shop;

internal static partial class OrderEvents
{
    /// <summary>A customer placed an order.</summary>
    [Emits("order.placed")]
    internal static partial ValueTask<EmissionResult> OrderPlacedAsync(this EventEmitter emitter, int id, string customer = "guest");
}
