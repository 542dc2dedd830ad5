namespace Pyventus.Conformance.DependencyInjection;

internal interface IInvoices
{
    void Add(int id, InvoiceHandlers handlers);
}
