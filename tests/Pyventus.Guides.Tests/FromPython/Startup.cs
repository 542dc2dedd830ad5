namespace Pyventus.Guides.Tests.FromPython;

internal static class Startup
{
    [Once("app.started", "app.resumed")]                      // one run in total, whichever comes first
    internal static void LoadCache() => Console.WriteLine("cache loaded");

    [On("app.started", "app.resumed", typeof(ConfigChanged))] // a name and a type in one subscription
    internal static void Report(EventContext context) => Console.WriteLine($"{context.Event.Name ?? context.Event.Type!.Name} seen");

    public static void Run()
    {
        using var emitter = new AsyncEventEmitter();
        EventLinker linker = emitter.Linker;

        linker.Subscribe(
            ["app.resumed", typeof(ConfigChanged)],
            context => Console.WriteLine("first change"),
            new SubscribeOptions { Once = true });

        emitter.Emit("app.started");
        emitter.Emit(new ConfigChanged("theme"));
        emitter.Emit("app.resumed");
    }
}
