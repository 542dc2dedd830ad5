using Pyventus;

namespace Shop;

internal static class Tour
{
    public static async Task EmitAsync()
    {
        await using var emitter = new AsyncEventEmitter();

        Emit(emitter);

        await emitter.EmitAsync("order.placed", 43, "grace");            // in asynchronous code: completes when every handler has

        EmissionResult result = await emitter.EmitAsync(new OrderPaid(42, 99.90m));
        Console.WriteLine($"{result.SubscriberCount} handlers, {result.FailureCount} failures");
    }

    private static void Emit(EventEmitter emitter)
    {
        emitter.Emit("order.placed", 42, "ada");                         // in synchronous code: starts every handler and returns
    }

    public static async Task RunOnExecutorAsync()
    {
        var executor = new ThreadPoolExecutor(new ThreadPoolExecutorOptions { MaxWorkers = 4, Capacity = 1000, FullMode = FullMode.Wait });
        await using var background = new ExecutorEventEmitter(executor);

        background.Emit("order.placed", 44, "linus");                    // queued; a worker runs the handlers
    }                                                                    // disposal finishes what was accepted

    public static async Task HandleFailuresAsync()
    {
        await using var emitter = new AsyncEventEmitter();
        emitter.HandlerFailed += (_, failed) => Console.WriteLine($"{failed.Handler}: {failed.Exception.Message}");

        emitter.Emit("order.refused", 42);                               // does not throw; HandlerFailed is raised
        EmissionResult result = await emitter.EmitAsync("order.refused", 43);
        foreach (HandlerFailure failure in result.Failures)
        {
            Console.WriteLine(failure.Exception.Message);
        }
    }

    public static async Task SubscribeAsync()
    {
        await using var emitter = new AsyncEventEmitter();
        EventLinker linker = emitter.Linker;

        using EventSubscriber subscriber = linker.Subscribe("order.placed", (int id, string customer) => Console.WriteLine($"{customer} bought {id}"));
        linker.Subscribe<OrderPaid>(paid => Console.WriteLine(paid), new SubscribeOptions { Once = true });

        await emitter.EmitAsync("order.placed", 45, "edsger");
        await emitter.EmitAsync(new OrderPaid(45, 10m));
        subscriber.Unsubscribe();                                        // or Dispose
    }

    public static async Task SeparateAsync()
    {
        await using var audit = new AsyncEventEmitter(new EventEmitterOptions { Linker = EventLinker.Get<AuditLinker>() });
        await audit.EmitAsync("order.placed", 46, "barbara");            // runs the handlers of AuditLinker only
    }
}
