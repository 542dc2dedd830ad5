namespace App;

internal sealed class Invoices : IInvoices, IAsyncDisposable
{
    public async Task WriteAsync(int id, string customer)
    {
        await Task.Yield();
        Console.WriteLine($"invoice for order {id} of {customer}");
    }

    public ValueTask DisposeAsync()
    {
        Console.WriteLine("invoices put away");
        return ValueTask.CompletedTask;
    }
}
