namespace Pyventus.Conformance;

public sealed class AsyncHandlerTests
{
    private readonly EventLinker _linker = EventLinker.CreateEmpty();

    private EventEmitterOptions Options => new() { Linker = _linker };

    [Test]
    public async Task A1_Sync_handlers_run_in_order_on_the_caller()
    {
        await using var emitter = new AsyncEventEmitter(Options);
        var threads = new List<Thread>();
        _linker.Subscribe("e", () => threads.Add(Thread.CurrentThread));
        _linker.Subscribe("e", () => threads.Add(Thread.CurrentThread));
        emitter.Emit("e");
        ValueTask<EmissionResult> emission = emitter.EmitAsync("e");
        Assert.That(emission.IsCompletedSuccessfully);
        Assert.That(threads, Has.Count.EqualTo(4).And.All.SameAs(Thread.CurrentThread));
        Assert.That((await emission).SubscriberCount, Is.EqualTo(2));
    }

    [Test]
    public async Task A1_Async_handlers_start_in_order_and_run_concurrently()
    {
        await using var emitter = new AsyncEventEmitter(Options);
        var started = new List<int>();
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        for (int index = 0; index < 10; index++)
        {
            int number = index;
            _linker.Subscribe("e", async () =>
            {
                started.Add(number);
                if (number == 9)
                {
                    all.SetResult();
                }

                await all.Task;
            });
        }

        EmissionResult result = await emitter.EmitAsync("e").InTime();
        Assert.That(started, Is.EqualTo(Enumerable.Range(0, 10)));
        Assert.That(result.IsSuccess);
    }

    [Test]
    public async Task A2_Emit_starts_every_handler_and_returns()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var emitter = new AsyncEventEmitter(Options);
        int ended = 0;
        for (int index = 0; index < 3; index++)
        {
            _linker.Subscribe("e", async () =>
            {
                await release.Task;
                Interlocked.Increment(ref ended);
            });
        }

        emitter.Emit("e");
        emitter.Emit("e");
        Assert.That((ended, emitter.TaskCount), Is.EqualTo((0, 2)));
        Task[] waiters = [.. Enumerable.Range(0, 50).Select(_ => Task.Run(() => emitter.WaitForTasksAsync()))];
        Task cancelled = emitter.WaitForTasksAsync(new CancellationToken(true));
        Assert.That(async () => await cancelled.InTime(), Throws.InstanceOf<OperationCanceledException>());
        release.SetResult();
        await Task.WhenAll(waiters).InTime();
        Assert.That((ended, emitter.TaskCount), Is.EqualTo((6, 0)));
        await emitter.WaitForTasksAsync().InTime();
    }

    [Test]
    public async Task A2_WaitForTasksAsync_includes_nested_work()
    {
        await using var emitter = new AsyncEventEmitter(Options);
        int runs = 0;
        _linker.Subscribe("e", async (int depth) =>
        {
            await Task.Yield();
            Interlocked.Increment(ref runs);
            if (depth > 0)
            {
                emitter.Emit("e", depth - 1);
                emitter.Emit("e", depth - 1);
            }
        });
        emitter.Emit("e", 9);
        await emitter.WaitForTasksAsync().InTime();
        Assert.That(runs, Is.EqualTo(1023));
    }

    [Test]
    public async Task A2_Waiting_inside_a_handler_is_an_error_instead_of_a_hang()
    {
        await using var emitter = new AsyncEventEmitter(Options);
        _linker.Subscribe("e", async () =>
        {
            await Task.Yield();
            await emitter.WaitForTasksAsync();
        });
        EmissionResult result = await emitter.EmitAsync("e").InTime();
        Assert.That(result.Failures.Single().Exception, Is.InstanceOf<InvalidOperationException>().With.Message.Contains("WaitForTasksAsync"));
    }

    [Test]
    public async Task A2_After_EmitAsync_the_emission_is_counted_no_more()
    {
        await using var emitter = new AsyncEventEmitter(Options);
        _linker.Subscribe("e", async () => await Task.Yield());
        for (int index = 0; index < 1_000; index++)
        {
            await emitter.EmitAsync("e").InTime();
            Assert.That(emitter.TaskCount, Is.Zero);
        }
    }

    [Test]
    public async Task A5_Disposal_waits_for_pending_work_and_refuses_more()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bool ended = false;
        var emitter = new AsyncEventEmitter(Options);
        _linker.Subscribe("e", async () =>
        {
            await release.Task;
            ended = true;
        });
        emitter.Emit("e");
        Task[] disposals = [.. Enumerable.Range(0, 10).Select(_ => emitter.DisposeAsync().AsTask())];
        Task blocking = DedicatedThread.RunAsync(emitter.Dispose);
        Assert.That(() => emitter.Emit("e"), Throws.InstanceOf<EmissionRejectedException>());
        Assert.That(async () => await emitter.EmitAsync("nobody"), Throws.InstanceOf<EmissionRejectedException>());
        Assert.That(Array.Exists(disposals, static disposal => disposal.IsCompleted), Is.False);
        release.SetResult();
        await Task.WhenAll(disposals).InTime();
        await blocking;
        Assert.That(ended);
    }

    [Test]
    public async Task A5_A_purely_synchronous_fan_out_is_like_a_call_of_its_caller()
    {
        var emitter = new AsyncEventEmitter(Options);
        var calls = new List<string>();
        _linker.Subscribe("e", () =>
        {
            emitter.Dispose();
            calls.Add("disposed");
            Assert.That(() => emitter.Emit("e"), Throws.InstanceOf<EmissionRejectedException>());
        });
        _linker.Subscribe("e", () => calls.Add("rest"));
        (await emitter.EmitAsync("e").InTime()).ThrowIfFailed();
        Assert.That(calls, Is.EqualTo(["disposed", "rest"]));
    }
}
