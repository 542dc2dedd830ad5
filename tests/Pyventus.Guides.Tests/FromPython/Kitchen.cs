namespace Pyventus.Guides.Tests.FromPython;

internal static class Kitchen
{
    [On("dish.ordered")]
    internal static async Task CookAsync(string dish)
    {
        await Task.Yield();
        Console.WriteLine($"{dish} is ready");
    }

    public static void ServeInSyncCode()
    {
        using var emitter = new AsyncEventEmitter(processing: new AsyncProcessingOptions { Context = AsyncContext.Wait });

        emitter.Emit("dish.ordered", "soup");
        Console.WriteLine("served");                          // after "soup is ready"
    }

    public static async Task ServeInAsyncCode()
    {
        await using var emitter = new AsyncEventEmitter();

        EmissionResult result = await emitter.EmitAsync("dish.ordered", "pasta");
        Console.WriteLine($"served by {result.SubscriberCount} cook, {result.FailureCount} burnt");
    }

    public static Task ServeAllAsync(AsyncEventEmitter emitter)
    {
        emitter.Emit("dish.ordered", "salad");                // starts its handlers and returns
        emitter.Emit("dish.ordered", "cake");
        return emitter.WaitForTasksAsync();                   // also for what handlers emitted
    }
}
