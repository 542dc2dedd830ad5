namespace Pyventus.Aot.Scenarios;

/// <summary>Emissions that run one at a time, in the order submitted.</summary>
internal static class OrderedEmissionScenario
{
    public static async Task RunAsync()
    {
        Transcript.Section("ordered emissions");
        await using var emitter = new AsyncEventEmitter(processing: new AsyncProcessingOptions { EnforceSubmissionOrder = true });
        for (int number = 1; number <= 3; number++)
        {
            emitter.Emit("queued", number);
        }

        await emitter.WaitForTasksAsync();
    }

    [On("queued")]
    internal static async Task Queued(int number)
    {
        Transcript.Line($"begin {number}");
        await Task.Yield();
        Transcript.Line($"end {number}");
    }
}
