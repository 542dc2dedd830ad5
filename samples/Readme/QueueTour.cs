using Pyventus;

namespace Shop;

internal static class QueueTour
{
    public static async Task DrainAsync()
    {
        var queue = new DrainedQueue();
        await using var emitter = new EventEmitter(queue);

        emitter.Emit("order.placed", 47, "donald");                      // queued; nothing runs
        await queue.DrainAsync();                                        // runs the handlers, and what they emit
    }
}
