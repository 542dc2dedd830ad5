namespace Pyventus.Aot.Scenarios;

/// <summary>Handlers subscribed while the program runs, with special parameters.</summary>
internal static class SubscriptionScenario
{
    public static async Task RunAsync()
    {
        Transcript.Section("subscriptions");
        EventLinker linker = EventLinker.CreateEmpty();
        await using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = linker, FanOut = FanOut.Sequential });
        linker.Subscribe("paid", (int id, string customer) => Transcript.Line($"paid {id} {customer}"));
        linker.Subscribe("paid", (int id) => Transcript.Line($"leading part {id}"), new SubscribeOptions { Order = -1 });
        linker.Subscribe("paid", async (int id, CancellationToken cancellationToken) =>
        {
            await Task.Yield();
            Transcript.Line($"async {id}, cancellable: {cancellationToken.CanBeCanceled}");
        });
        linker.Subscribe("paid", (EventContext context) => Transcript.Line($"context {context.EventName} {context.Arguments.Count}"));
        using (var source = new CancellationTokenSource())
        {
            Transcript.Result("paid", await emitter.EmitAsync("paid", 1, "ada", source.Token));
        }

        linker.Subscribe((DateOnly day) => Transcript.Line($"day {day.Year}"));
        linker.Subscribe(
            [new EventKey("paid.back"), new EventKey(typeof(DateOnly))],
            (EventContext context) => Transcript.Line($"either {context.EventName}"));
        emitter.Emit(new DateOnly(2026, 11, 21));
        emitter.Emit("paid.back", 2.5m);

        EventSubscriber callbacks = linker.Subscribe(
            "callbacks",
            (bool fail) => _ = fail ? throw new InvalidOperationException("asked to") : fail,
            new SubscribeOptions
            {
                OnSuccess = static result => Transcript.Line($"success {result ?? "null"}"),
                OnFailure = static exception => Transcript.Line($"failure {exception.Message}"),
            });
        emitter.Emit("callbacks", false);
        emitter.Emit("callbacks", true);
        Transcript.Line($"unsubscribed: {callbacks.Unsubscribe()}, again: {callbacks.Unsubscribe()}");
        emitter.Emit("callbacks", true);

        // Beside compile-time handlers: the contract of those is checked.
        using EventSubscriber beside = EventLinker.Default.Subscribe("beside", (long value) => Transcript.Line($"dynamic {value}"));
        Transcript.Throws(() => EventLinker.Default.Subscribe("beside", (string text) => Transcript.Line($"{text}")));
        await using var shared = new AsyncEventEmitter();
        shared.Emit("beside", 3);
    }

    [On("beside")]
    internal static void Beside(int value) => Transcript.Line($"static {value}");
}
