namespace Pyventus.Aot.Scenarios;

/// <summary>An emitter over a processing service of the user's own.</summary>
internal static class CustomProcessingScenario
{
    public static void Run()
    {
        Transcript.Section("custom processing");
        var processing = new DeferredProcessing();
        using var emitter = new EventEmitter(processing);
        emitter.HandlerFailed += static (_, e) => Transcript.Line($"HandlerFailed {e.Handler}: {e.Exception.Message}");
        emitter.Emit("deferred", 1, 2L);
        emitter.Emit("deferred", 3, 4L);
        Transcript.Line($"submitted");
        processing.RunNext();
        processing.AbandonNext();
    }

    [On("deferred")]
    internal static void Deferred(int a, long b) => Transcript.Line($"deferred {a} {b}");
}
