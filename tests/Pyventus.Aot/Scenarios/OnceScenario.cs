namespace Pyventus.Aot.Scenarios;

/// <summary>Handlers that run a single time, for all their events together.</summary>
internal static class OnceScenario
{
    public static void Run()
    {
        Transcript.Section("once");
        using var emitter = new AsyncEventEmitter();
        Transcript.Line($"linked: {EventLinker.Default.ContainsEvent("app.resumed")}");
        emitter.Emit("app.started");
        emitter.Emit("app.resumed");
        emitter.Emit("app.started");
        Transcript.Line($"linked: {EventLinker.Default.ContainsEvent("app.resumed")}");
        emitter.Emit(new Warmed(1));
        emitter.Emit(new Warmed(2));

        EventLinker linker = EventLinker.CreateEmpty();
        using var own = new AsyncEventEmitter(new EventEmitterOptions { Linker = linker });
        linker.Subscribe("dynamic.once", () => Transcript.Line($"dynamic once"), new SubscribeOptions { Once = true });
        own.Emit("dynamic.once");
        own.Emit("dynamic.once");
    }

    [Once("app.started", "app.resumed")]
    internal static void Warm(EventContext context) => Transcript.Line($"warm by {context.EventName}");

    [On("app.started")]
    internal static void Started() => Transcript.Line($"started");

    [Once<Warmed>]
    internal static void OnWarmed(Warmed e) => Transcript.Line($"warmed {e.Number}");

    internal sealed record Warmed(int Number);
}
