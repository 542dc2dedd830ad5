namespace Pyventus.Aot.Scenarios;

/// <summary>Tokens: cancelled before an emission starts, and while it runs.</summary>
internal static class CancellationScenario
{
    private static TaskCompletionSource _started = new();

    public static async Task RunAsync()
    {
        Transcript.Section("cancellation");
        await using var emitter = new AsyncEventEmitter();
        await DescribeAsync(emitter.EmitAsync("cancellable", 1, new CancellationToken(canceled: true)));

        _started = new TaskCompletionSource();
        using var source = new CancellationTokenSource();
        ValueTask<EmissionResult> emission = emitter.EmitAsync("cancellable", 2, source.Token);
        await _started.Task;
        await source.CancelAsync();
        await DescribeAsync(emission);
    }

    [On("cancellable")]
    internal static async Task Wait(int number, CancellationToken cancellationToken)
    {
        Transcript.Line($"started {number}");
        _started.SetResult();
        await Task.Delay(Timeout.Infinite, cancellationToken);
    }

    private static async Task DescribeAsync(ValueTask<EmissionResult> emission)
    {
        try
        {
            Transcript.Result("cancellable", await emission);
        }
        catch (OperationCanceledException)
        {
            Transcript.Line($"cancelled");
        }
    }
}
