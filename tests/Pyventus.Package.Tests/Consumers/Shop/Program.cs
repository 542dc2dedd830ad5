using Pyventus;
using Shop;

Console.WriteLine("static");
using (var emitter = new AsyncEventEmitter())
{
    emitter.Emit("app.started");
    emitter.Emit("app.started");
    emitter.Emit("order.placed", 1, "ada");
    emitter.Emit("order.placed", 2);
    emitter.Emit(new OrderPaid(3, 9.5m));
    emitter.Emit(new InvalidOperationException("an event like any other"));
}

Console.WriteLine("async");
await using (var emitter = new AsyncEventEmitter())
{
    EmissionResult result = await emitter.EmitAsync("mail.sent", "ada");
    Console.WriteLine($"{result.SubscriberCount} ran, {result.FailureCount} failed: {result.Failures[0].Exception.Message}");
}

Console.WriteLine("second linker");
using (var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = EventLinker.Get<StockLinker>() }))
{
    emitter.Emit("order.placed", 4);
    emitter.Emit("order.placed", 5);
}

Console.WriteLine("thread pool");
await using (var emitter = new ExecutorEventEmitter(new ThreadPoolExecutor(new ThreadPoolExecutorOptions { MaxWorkers = 2 })))
{
    for (int number = 1; number <= 10; number++)
    {
        await emitter.EmitAsync("number.added", number);
    }
}

Console.WriteLine($"sum {Numbers.Sum}");
