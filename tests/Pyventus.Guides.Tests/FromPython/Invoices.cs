namespace Pyventus.Guides.Tests.FromPython;

internal static class Invoices
{
    [On<InvoicePaid>]
    internal static void Book(InvoicePaid paid) => Console.WriteLine($"invoice {paid.Number}: {paid.Amount} EUR");

    public static void Run()
    {
        using var emitter = new AsyncEventEmitter();
        emitter.Emit(new InvoicePaid(12, 99.90m));
    }
}
