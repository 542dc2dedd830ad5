namespace Shop;

internal sealed class Mailer : IMailer
{
    public Task SendAsync(string text, CancellationToken cancellationToken) => Console.Out.WriteLineAsync($"mail: {text}".AsMemory(), cancellationToken);
}
