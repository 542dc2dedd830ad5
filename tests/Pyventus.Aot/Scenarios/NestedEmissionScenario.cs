namespace Pyventus.Aot.Scenarios;

/// <summary>Handlers that emit.</summary>
internal static class NestedEmissionScenario
{
    private static TaskCompletionSource _gate = new();

    public static async Task RunAsync()
    {
        Transcript.Section("nested emissions");
        _gate = new TaskCompletionSource();
        await using var emitter = new AsyncEventEmitter();
        emitter.Emit("countdown", 3);
        Transcript.Line($"pending: {emitter.TaskCount > 0}");
        _gate.SetResult();
        await emitter.WaitForTasksAsync();
        Transcript.Line($"pending: {emitter.TaskCount}");
    }

    [On("countdown")]
    internal static void Count(int number, EventContext context)
    {
        Transcript.Line($"count {number}");
        if (number > 1)
        {
            context.Emitter.Emit("countdown", number - 1);
        }
        else
        {
            context.Emitter.Emit("liftoff");
        }
    }

    [On("liftoff")]
    internal static async Task LiftOff(EventContext context)
    {
        await _gate.Task;
        Transcript.Line($"lift-off");
        context.Emitter.Emit(new Landed("sea"));
    }

    [On<Landed>]
    internal static async ValueTask OnLanded(Landed e)
    {
        await Task.Yield();
        Transcript.Line($"landed in the {e.Place}");
    }

    internal sealed record Landed(string Place);
}
