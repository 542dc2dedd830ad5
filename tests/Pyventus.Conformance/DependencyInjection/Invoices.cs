namespace Pyventus.Conformance.DependencyInjection;

internal sealed class Invoices : IInvoices
{
    public List<int> Ids { get; } = [];

    public HashSet<InvoiceHandlers> HandledBy { get; } = [];

    public void Add(int id, InvoiceHandlers handlers)
    {
        Ids.Add(id);
        HandledBy.Add(handlers);
    }
}
