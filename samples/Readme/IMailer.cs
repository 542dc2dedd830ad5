namespace Shop;

internal interface IMailer
{
    Task SendAsync(string text, CancellationToken cancellationToken);
}
