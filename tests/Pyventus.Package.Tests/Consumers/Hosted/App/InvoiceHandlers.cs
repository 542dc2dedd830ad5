using Pyventus;

namespace App;

public sealed class InvoiceHandlers(IInvoices invoices)
{
    [On("order.placed")]
    public Task BillAsync(int id, string customer) => invoices.WriteAsync(id, customer);
}
