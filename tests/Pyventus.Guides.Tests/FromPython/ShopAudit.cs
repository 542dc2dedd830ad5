namespace Pyventus.Guides.Tests.FromPython;

internal static class ShopAudit
{
    [On(EventPattern.All, Linker = typeof(ShopEventLinker))]                     // every event of the linker
    internal static void Log(EventContext context) => Console.WriteLine($"log: {context.EventName}");

    [On("cart.*", Linker = typeof(ShopEventLinker))]                             // those with one more segment
    internal static void Count(EventContext context) => Console.WriteLine($"count: {context.EventName}");

    [On<Exception>(IncludeDerived = true, Linker = typeof(ShopEventLinker))]     // every exception
    internal static void Alarm(Exception exception) => Console.WriteLine($"alarm: {exception.Message}");

    public static void Run()
    {
        using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = EventLinker.Get<ShopEventLinker>() });
        emitter.Emit("cart.filled", 3);
        emitter.Emit(new TimeoutException("the bank does not answer"));
    }
}
