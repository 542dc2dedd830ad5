using Pyventus;
using Shop.Contracts;

namespace Shop.Billing;

/// <summary>Nobody mentions this class, nor any other one of its assembly.</summary>
internal static class BillingHandlers
{
    // A leading part of what OrderEvents declares.
    [On("order.placed")]
    internal static void Bill(int id, decimal amount) => Console.WriteLine($"billing:  invoice for order {id} over {amount} EUR");

    // Payments of every kind, those of other assemblies too.
    [On<IPayment>(IncludeDerived = true)]
    internal static async Task BookAsync(IPayment payment, EventContext context)
    {
        Console.WriteLine($"billing:  {payment.Amount} EUR received for order {payment.OrderId}");
        await context.Emitter.OrderPaidAsync(payment.OrderId);
    }
}
