namespace Pyventus.Conformance;

/// <summary>Under submission order an emission may run later, on another thread; its handlers do not notice.</summary>
public sealed class OrderedContextTests
{
    [Test]
    public async Task A5_Handlers_keep_the_context_of_the_caller_whether_the_queue_is_idle_or_busy([Values] bool busy, [Values] bool awaited, [Values] FanOut fanOut)
    {
        EventLinker linker = EventLinker.CreateEmpty();
        await using var emitter = new AsyncEventEmitter(
            new EventEmitterOptions { Linker = linker, FanOut = fanOut },
            new AsyncProcessingOptions { EnforceSubmissionOrder = true, CaptureContext = !awaited });
        using var ui = new SingleThreadedContext();
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var here = new List<bool>();
        linker.Subscribe("busy", () => release.Task);
        linker.Subscribe("e", async () =>
        {
            here.Add(ui.IsHere && SynchronizationContext.Current == ui);
            await Task.Run(static () => { }).ConfigureAwait(ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.ContinueOnCapturedContext);
            here.Add(ui.IsHere && SynchronizationContext.Current == ui);
        }, new SubscribeOptions { OnSuccess = _ => here.Add(ui.IsHere) });
        if (busy)
        {
            await DedicatedThread.RunAsync(() => emitter.Emit("busy"));
        }

        await ui.RunAsync(async () =>
        {
            Task emission = Task.CompletedTask;
            if (awaited)
            {
                emission = emitter.EmitAsync("e").AsTask();
            }
            else
            {
                emitter.Emit("e");
            }

            Assert.That(here, Has.Count.EqualTo(busy ? 0 : 1));
            release.SetResult();
            await emission;
            await emitter.WaitForTasksAsync();
        });
        Assert.That(here, Is.EqualTo([true, true, true]), "before the first await, after it, and in the callback");
    }
}
