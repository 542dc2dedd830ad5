namespace Pyventus.Guides.Tests.FromPython;

internal static class RunTimeAudit
{
    public static void Run()
    {
        using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = new EventLinker() });
        EventLinker linker = emitter.Linker;

        linker.Subscribe(EventPattern.All, context => Console.WriteLine($"{context.EventName}({string.Join(", ", context.Arguments)})"));
        linker.Subscribe<Exception>(exception => Console.WriteLine(exception.Message), new SubscribeOptions { IncludeDerived = true });

        emitter.Emit("parcel.sent", 42, "Berlin");
        emitter.Emit(new TimeoutException("no carrier"));
    }
}
