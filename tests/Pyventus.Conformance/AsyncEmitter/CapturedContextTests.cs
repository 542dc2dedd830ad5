namespace Pyventus.Conformance;

/// <summary>Where asynchronous handlers continue, and what disposal does about it.</summary>
public sealed class CapturedContextTests
{
    private readonly EventLinker _linker = EventLinker.CreateEmpty();

    private EventEmitterOptions Options => new() { Linker = _linker };

    [Test]
    public async Task A5_Under_EmitAsync_handlers_keep_the_context_of_the_caller()
    {
        await using var emitter = new AsyncEventEmitter(Options);
        using var ui = new SingleThreadedContext();
        List<bool> here = SubscribeHopping(ui);
        await ui.RunAsync(async () => (await emitter.EmitAsync("e")).ThrowIfFailed());
        Assert.That(here, Is.EqualTo([true, true, true]), "before the first await, after it, and in the callback");
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task A5_Under_Emit_handlers_continue_on_the_pool_unless_the_context_is_captured(bool captures)
    {
        await using var emitter = new AsyncEventEmitter(Options, new AsyncProcessingOptions { CaptureContext = captures });
        using var ui = new SingleThreadedContext();
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        List<bool> here = SubscribeHopping(ui, release.Task);
        await ui.RunAsync(async () =>
        {
            emitter.Emit("e");
            Assert.That(SynchronizationContext.Current, Is.SameAs(ui), "Emit leaves the context as it found it");
            release.SetResult();
            await emitter.WaitForTasksAsync();
        });
        Assert.That(here, Is.EqualTo([true, captures, captures]));
    }

    [Test]
    public async Task A5_Under_Emit_handlers_leave_a_custom_scheduler([Values] bool sequential)
    {
        await using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = _linker, FanOut = sequential ? FanOut.Sequential : FanOut.Concurrent });
        using var scheduler = new SingleThreadScheduler();
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bool startedHere = false;
        TaskScheduler? continuedOn = null;
        object? result = null;
        _linker.Subscribe("e", async () =>
        {
            startedHere = scheduler.IsHere;
            await release.Task;
            continuedOn = TaskScheduler.Current;
        }, new SubscribeOptions { OnSuccess = value => result = value ?? "none" });
        await scheduler.RunAsync(() =>
        {
            emitter.Emit("e");
            return TaskScheduler.Current == scheduler ? true : throw new InvalidOperationException("Emit changed the scheduler.");
        });
        release.SetResult();
        await emitter.WaitForTasksAsync().InTime();
        Assert.That(startedHere);
        Assert.That(continuedOn, Is.SameAs(TaskScheduler.Default));
        Assert.That(result, Is.EqualTo("none"));
    }

    [Test]
    public async Task A3_Wait_does_not_deadlock_on_the_context_it_blocks()
    {
        await using var emitter = new AsyncEventEmitter(Options, new AsyncProcessingOptions { Context = AsyncContext.Wait, CaptureContext = true });
        using var ui = new SingleThreadedContext();
        List<bool> here = SubscribeHopping(ui);
        await ui.RunAsync(() =>
        {
            emitter.Emit("e");
            return Task.CompletedTask;
        });
        Assert.That(here.Take(2), Is.EqualTo([true, false]), "before the first await and after it");
    }

    [Test]
    public async Task A5_Blocking_disposal_on_the_captured_context_is_an_error_instead_of_a_hang([Values] bool awaited)
    {
        var emitter = new AsyncEventEmitter(Options, new AsyncProcessingOptions { CaptureContext = true });
        using var ui = new SingleThreadedContext();
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _linker.Subscribe("e", () => release.Task);
        await ui.RunAsync(async () =>
        {
            Task? emission = null;
            if (awaited)
            {
                emission = emitter.EmitAsync("e").AsTask();
            }
            else
            {
                emitter.Emit("e");
            }

            Assert.That(emitter.Dispose, Throws.InvalidOperationException.With.Message.Contains("DisposeAsync"));
            release.SetResult();
            await emitter.DisposeAsync();
            if (emission is not null)
            {
                await emission;
            }
        });
        Assert.That(() => emitter.Emit("e"), Throws.InstanceOf<EmissionRejectedException>());
    }

    [Test]
    public async Task A5_Blocking_disposal_elsewhere_waits()
    {
        var emitter = new AsyncEventEmitter(Options, new AsyncProcessingOptions { CaptureContext = true });
        using var ui = new SingleThreadedContext();
        List<bool> here = SubscribeHopping(ui);
        await ui.RunAsync(() =>
        {
            emitter.Emit("e");
            return Task.CompletedTask;
        });
        await DedicatedThread.RunAsync(emitter.Dispose);
        Assert.That(here, Is.EqualTo([true, true, true]));
    }

    // Records whether the handler is on the context's thread, three times.
    // A handler that ends before its call is looked at has its callback run in that call: where it matters, it is held up.
    private List<bool> SubscribeHopping(SingleThreadedContext ui, Task? release = null)
    {
        var here = new List<bool>();
        _linker.Subscribe("e", async () =>
        {
            here.Add(ui.IsHere);
            await Task.Yield();
            here.Add(ui.IsHere);
            await (release ?? Task.CompletedTask);
        }, new SubscribeOptions { OnSuccess = _ => here.Add(ui.IsHere) });
        return here;
    }
}
