namespace Pyventus.Conformance;

/// <summary>A task source that both calls back and throws ends its handler once.</summary>
public sealed class RefusingTaskTests
{
    private readonly StaticLinker _linker = new();

    [Test]
    public async Task E7_A_handler_ends_once_when_its_task_throws_while_another_thread_calls_back([Values(1, 3)] int others)
    {
        await using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = _linker, Debug = false });
        var task = new RefusingTask();
        var other = new TaskCompletionSource();
        for (int count = 0; count < others; count++)
        {
            _linker.Subscribe("refusing", (RefusingTask _) => other.Task);
        }

        Task<EmissionResult> emission = emitter.EmitAsync("refusing", task).AsTask();
        other.SetResult();
        Assert.That((emission.IsCompleted, emitter.TaskCount), Is.EqualTo((false, 1)), "whoever calls back has not ended the handler yet");
        task.Release();
        EmissionResult result = await emission.InTime();
        await task.CallBack.InTime();
        Assert.That((result.SubscriberCount, result.FailureCount, emitter.TaskCount), Is.EqualTo((others + 1, 0, 0)));
    }
}
