using Pyventus;

namespace Shop;

internal static class StreamTour
{
    public static async Task ReadAsync()
    {
        await using var emitter = new AsyncEventEmitter();
        Task reading = SumAsync(emitter.Linker, CancellationToken.None);
        await emitter.EmitAsync(new OrderPaid(48, 600m));
        await emitter.EmitAsync(new OrderPaid(49, 500m));
        await reading;
    }

    private static async Task SumAsync(EventLinker linker, CancellationToken cancellationToken)
    {
        decimal sum = 0;

        await foreach (OrderPaid paid in linker.StreamAsync<OrderPaid>(new StreamOptions { Capacity = 100 }, cancellationToken))
        {
            sum += paid.Amount;
            if (sum > 1000)
            {
                break;                                                   // unsubscribes
            }
        }

        Console.WriteLine($"{sum} EUR were paid");
    }
}
