namespace App;

public interface IInvoices
{
    Task WriteAsync(int id, string customer);
}
