using Pyventus;

namespace Shop;

internal static class OrderHandlers
{
    [On("order.placed")]                // every time; takes the payload, or a leading part of it
    internal static void Log(int id, string customer) => Console.WriteLine($"order {id} for {customer}");

    [On("order.placed", Order = -10)]   // started before the others, which do not wait for it
    internal static async Task ReserveAsync(int id, CancellationToken cancellationToken) =>
        await Console.Out.WriteLineAsync($"goods of order {id} reserved".AsMemory(), cancellationToken);

    [Once("order.placed")]              // the first time only, however many threads emit
    internal static void Celebrate() => Console.WriteLine("our first order!");

    [On<OrderPaid>]                     // an event object, found by its type
    internal static void Thank(OrderPaid paid, EventContext context) => Console.WriteLine($"{paid.Amount} EUR for order {paid.Id} at {context.Timestamp:t}");

    [On("order.refused")]
    internal static void Refuse(int id) => throw new InvalidOperationException($"order {id} was refused before");
}
