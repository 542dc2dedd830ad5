using Pyventus;

namespace Shop;

internal static class OrderHandlers
{
    [Once("app.started")]
    internal static void Warm() => Console.WriteLine("  warm");

    [On("order.placed")]
    internal static void Log(int id, string customer = "guest") => Console.WriteLine($"  order {id} of {customer}");

    [On("order.placed", Order = -1)]
    internal static void First(EventContext context, int id) => Console.WriteLine($"  {context.EventName} {id}");

    [On<InvalidOperationException>]
    internal static void Failed(InvalidOperationException e) => Console.WriteLine($"  {e.Message}");

    [On("mail.sent", Order = 1)]
    internal static async Task Send(string customer, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        Console.WriteLine($"  mail to {customer}");
    }

    [On("mail.sent", Order = 2)]
    internal static void Refuse() => throw new InvalidOperationException("the postman is ill");
}
