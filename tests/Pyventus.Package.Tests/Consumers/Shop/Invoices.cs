using Pyventus;

namespace Shop;

public sealed class Invoices
{
    private int _count;

    [On<OrderPaid>]
    public void Bill(OrderPaid e) => Console.WriteLine($"  invoice {++_count} for order {e.Id}");

    [On("order.placed")]
    public void Announce(int id) => Console.WriteLine($"  an invoice for order {id} will come");
}
