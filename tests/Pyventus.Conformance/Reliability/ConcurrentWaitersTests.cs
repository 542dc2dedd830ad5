namespace Pyventus.Conformance;

/// <summary>Many wait for the same work, in every way there is, and each of them to its end.</summary>
[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.BuiltIn))]
public sealed class ConcurrentWaitersTests(ProcessingWay way) : ConformanceTests(way)
{
    private const int Waiters = 24;
    private const int Nested = 50;

    [Test]
    public async Task A2_X2_No_waiter_returns_early_however_many_there_are()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        int ended = 0;
        EventEmitter emitter = CreateEmitter();
        Linker.Subscribe("parent", async () =>
        {
            started.SetResult();
            await release.Task;
            for (int child = 0; child < Nested; child++)
            {
                emitter.Emit("child");
            }
        });
        Linker.Subscribe("child", async () =>
        {
            await Task.Yield();
            Interlocked.Increment(ref ended);
        });
        Task emitting = DedicatedThread.RunAsync(() => emitter.Emit("parent"));
        await started.Task.InTime();
        using var waiting = new CountdownEvent(Waiters);
        Task<int>[] waiters = [.. Enumerable.Range(0, Waiters).Select(index => WaitAsync(index))];
        waiting.Wait(Deadline.Limit);
        Assert.That(waiters.Any(static waiter => waiter.IsCompleted), Is.False);
        release.SetResult();
        Assert.That(await Task.WhenAll(waiters).InTime(), Is.All.EqualTo(Nested));
        await emitting.InTime();

        async Task<int> WaitAsync(int index)
        {
            Task wait = (index % 2, emitter) switch
            {
                (0, AsyncEventEmitter asynchronous) => asynchronous.WaitForTasksAsync(),
                (0, ExecutorEventEmitter executor) => executor.ShutdownAsync().AsTask(),
                _ => emitter.DisposeAsync().AsTask(),
            };
            waiting.Signal();
            await wait;
            return Volatile.Read(ref ended);
        }
    }
}
