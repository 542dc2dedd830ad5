namespace Pyventus.Aot.Scenarios;

/// <summary>What handlers learn about their emission.</summary>
internal static class ContextScenario
{
    private static readonly List<Guid> _ids = [];

    public static async Task RunAsync()
    {
        Transcript.Section("context");
        var options = new EventEmitterOptions { TimeProvider = new FixedTimeProvider(new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero)) };
        await using var emitter = new AsyncEventEmitter(options);
        await emitter.EmitAsync("context.wanted", 1, "two");
        await emitter.EmitAsync("context.wanted", 3);
        Transcript.Line($"emissions: {_ids.Distinct().Count()} for {_ids.Count} calls");
    }

    [On("context.wanted")]
    internal static void Describe(EventContext context, int number, string text = "default")
    {
        _ids.Add(context.Id);
        Transcript.Line($"{context.EventName} at {context.Timestamp.ToUnixTimeSeconds()}: {string.Join(", ", context.Arguments)}; {number} {text} {context.Emitter.GetType().Name}");
    }

    [On("context.wanted")]
    internal static void Again(EventContext context) => _ids.Add(context.Id);
}
