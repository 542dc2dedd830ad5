using Pyventus;

namespace Warnings;

internal static class OrderHandlers
{
    [On("order.placed")]
    internal static async Task LogAsync(int id) => await Console.Out.WriteLineAsync($"order {id}");

    // The test says where the warning is: on line 14.
    internal static async Task PlaceAsync(EventEmitter emitter)
    {
        await Task.Yield();
        emitter.Emit("order.placed", 0);
    }
}
