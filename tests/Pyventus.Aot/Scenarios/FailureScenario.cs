namespace Pyventus.Aot.Scenarios;

/// <summary>Failing handlers under every policy.</summary>
internal static class FailureScenario
{
    public static async Task RunAsync()
    {
        Transcript.Section("failures");
        await using var isolating = Create(ErrorPolicy.Isolate);
        isolating.Emit("fails", 1);
        await isolating.WaitForTasksAsync();
        EmissionResult result = await isolating.EmitAsync("fails", 2);
        Transcript.Result("fails", result);
        Transcript.Throws(result.ThrowIfFailed);

        await using var aggregating = Create(ErrorPolicy.Aggregate);
        await ThrowsAsync(aggregating, 3);
        await using var stopping = Create(ErrorPolicy.StopOnFirst);
        await ThrowsAsync(stopping, 4);
    }

    [On("fails", Order = 1)]
    internal static void Synchronously(int number) => throw new InvalidOperationException($"sync {number}");

    [On("fails", Order = 2)]
    internal static void Unharmed(int number) => Transcript.Line($"unharmed {number}");

    [On("fails", Order = 3)]
    internal static async Task Asynchronously(int number)
    {
        await Task.Yield();
        throw new FormatException($"async {number}");
    }

    private static AsyncEventEmitter Create(ErrorPolicy policy)
    {
        var emitter = new AsyncEventEmitter(new EventEmitterOptions { ErrorPolicy = policy });
        emitter.HandlerFailed += static (_, e) => Transcript.Line($"HandlerFailed {e.Event} {e.Handler}: {e.Exception.Message}");
        return emitter;
    }

    private static async Task ThrowsAsync(AsyncEventEmitter emitter, int number)
    {
        try
        {
            await emitter.EmitAsync("fails", number);
            Transcript.Line($"nothing thrown");
        }
        catch (AggregateException exception)
        {
            Transcript.Line($"AggregateException of {exception.InnerExceptions.Count}");
        }
        catch (InvalidOperationException exception)
        {
            Transcript.Line($"InvalidOperationException: {exception.Message}");
        }
    }
}
