using Pyventus;

namespace Shop;

internal sealed class Invoices
{
    private int _number;

    [On<OrderPaid>]
    internal ValueTask WriteAsync(OrderPaid paid)
    {
        Console.WriteLine($"invoice {Interlocked.Increment(ref _number)} over {paid.Amount} EUR");
        return ValueTask.CompletedTask;
    }
}
