namespace Pyventus.Aot.Scenarios;

/// <summary>Static handlers: order, leading parts of a payload, several events, several attributes, results.</summary>
internal static class StaticHandlerScenario
{
    public static void Run()
    {
        Transcript.Section("static handlers");
        using var emitter = new AsyncEventEmitter();
        emitter.Emit("order.placed", 42, "ada");
        emitter.Emit("order.shipped", 43);
        emitter.Emit("nobody.listens", 1);
        foreach (string name in new[] { "order.placed", "order.shipped" })
        {
            foreach (EventSubscriber subscriber in EventLinker.Default.GetSubscribers(name))
            {
                Transcript.Line($"{name} -> {subscriber.Name}, order {subscriber.Order}");
            }
        }
    }

    [On("order.placed", "order.shipped")]
    internal static void Log(int id) => Transcript.Line($"log {id}");

    [On("order.placed", Order = 10)]
    internal static int Last(int id, string customer)
    {
        Transcript.Line($"last {id} {customer}");
        return id;
    }

    [On("order.placed", Order = -10)]
    [On("order.shipped", Order = 5)]
    internal static void First() => Transcript.Line($"first or fifth");

    /// <summary>A nested class with the name of a keyword.</summary>
    internal static class @event
    {
        [On("order.placed")]
        internal static void @class(int @int, string @string) => Transcript.Line($"keywords {@int} {@string}");
    }
}
