using Pyventus;

namespace Shop;

internal sealed class ShippingHandlers(IMailer mailer)
{
    [On("order.shipped")]
    internal Task TellAsync(int id, [Service] TimeProvider clock, CancellationToken cancellationToken) =>
        mailer.SendAsync($"order {id} left at {clock.GetUtcNow():t}", cancellationToken);
}
