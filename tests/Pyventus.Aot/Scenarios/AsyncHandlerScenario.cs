namespace Pyventus.Aot.Scenarios;

/// <summary>Asynchronous handlers of every return type, and a synchronous one forced to the thread pool.</summary>
internal static class AsyncHandlerScenario
{
    private static TaskCompletionSource _gate = new();

    public static async Task RunAsync()
    {
        Transcript.Section("async handlers");
        await using var emitter = new AsyncEventEmitter();
        _gate = new TaskCompletionSource();
        emitter.Emit("async.returns", 7);
        Transcript.Line($"pending: {emitter.TaskCount}");
        _gate.SetResult();
        await emitter.WaitForTasksAsync();
        Transcript.Line($"pending: {emitter.TaskCount}");

        Transcript.Result("async.returns", await emitter.EmitAsync("async.returns", 8));
        Transcript.Result("async.forced", await emitter.EmitAsync("async.forced"));

        await using var sequential = new AsyncEventEmitter(new EventEmitterOptions { FanOut = FanOut.Sequential });
        Transcript.Result("async.steps", await sequential.EmitAsync("async.steps"));
    }

    [On("async.returns")]
    internal static async Task OnTask(int id)
    {
        await _gate.Task;
        Transcript.Line($"Task {id}");
    }

    [On("async.returns")]
    internal static Task<int> OnTaskOfInt(int id) => Task.FromResult(id);

    [On("async.returns")]
    internal static ValueTask OnValueTask(int id)
    {
        Transcript.Line($"ValueTask {id}");
        return default;
    }

    [On("async.returns")]
    internal static ValueTask<string> OnValueTaskOfString(int id)
    {
        Transcript.Line($"ValueTask<string> {id}");
        return new ValueTask<string>("done");
    }

    [On("async.forced", ForceAsync = true)]
    internal static void Forced() => Transcript.Line($"on the thread pool: {Thread.CurrentThread.IsThreadPoolThread}");

    [On("async.steps", Order = 1)]
    internal static async Task StepOne()
    {
        Transcript.Line($"step one begins");
        await Task.Yield();
        Transcript.Line($"step one ends");
    }

    [On("async.steps", Order = 2)]
    internal static async Task StepTwo()
    {
        await Task.Yield();
        Transcript.Line($"step two");
    }
}
