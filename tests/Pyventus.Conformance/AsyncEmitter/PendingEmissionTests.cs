namespace Pyventus.Conformance;

/// <summary>What surrounds an emission whose handlers end later: its execution context, its scope, its end.</summary>
public sealed class PendingEmissionTests
{
    private readonly StaticLinker _linker = new();
    private readonly AsyncLocal<string?> _local = new();

    private EventEmitterOptions Options => new() { Linker = _linker, Debug = false };

    [Test]
    public async Task A1_A_handler_that_ends_on_another_thread_before_the_call_returns_has_ended([Values] bool fails)
    {
        await using var emitter = new AsyncEventEmitter(Options);
        var source = new TaskCompletionSource();
        _linker.Subscribe("e", () => source.Task);
        _linker.Subscribe("e", () =>
        {
            DedicatedThread.RunAsync(() =>
            {
                if (fails)
                {
                    source.SetException(new FormatException());
                }
                else
                {
                    source.SetResult();
                }
            }).GetAwaiter().GetResult();
            return Task.CompletedTask;
        });
        ValueTask<EmissionResult> emission = emitter.EmitAsync("e");
        Assert.That((emission.IsCompletedSuccessfully, emitter.TaskCount), Is.EqualTo((true, 0)));
        EmissionResult result = await emission;
        Assert.That((result.SubscriberCount, result.FailureCount), Is.EqualTo((2, fails ? 1 : 0)));
    }

    [Test]
    public async Task A1_The_caller_never_continues_on_the_stack_of_a_handler()
    {
        await using var emitter = new AsyncEventEmitter(Options);
        var task = new ManualTask();
        using var ending = new ThreadLocal<bool>();
        Task<bool> caller = CallAsync();
        await DedicatedThread.RunAsync(() =>
        {
            ending.Value = true;
            task.End();
            ending.Value = false;
        });
        Assert.That(await caller.InTime(), Is.False);

        async Task<bool> CallAsync()
        {
            await emitter.EmitAsync("manual", task).ConfigureAwait(false);
            return ending.Value;
        }
    }

    [Test]
    public async Task A2_An_emission_has_ended_in_every_respect_when_its_caller_goes_on()
    {
        await using var emitter = new AsyncEventEmitter(Options);
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task stray = Task.CompletedTask;
        _linker.Subscribe("e", async () =>
        {
            stray = StrayAsync();
            await Task.Yield();
        });
        await emitter.EmitAsync("e").InTime();
        Assert.That(emitter.TaskCount, Is.Zero);
        goOn.SetResult();
        await stray.InTime();

        async Task StrayAsync()
        {
            // Inside the emission it would be an error to wait for it.
            await goOn.Task;
            await emitter.WaitForTasksAsync();
        }
    }

    [Test]
    public async Task A5_A_handler_that_disposes_its_emitter_after_an_await_ends_as_any_other()
    {
        var emitter = new AsyncEventEmitter(Options);
        var nested = new List<int>();
        _linker.Subscribe("nested", async (int value) =>
        {
            await Task.Yield();
            nested.Add(value);
        });
        _linker.Subscribe("e", async () =>
        {
            await Task.Yield();
            await emitter.DisposeAsync();
            await emitter.EmitAsync("nested", 1);
        });
        (await emitter.EmitAsync("e").InTime()).ThrowIfFailed();
        Assert.That(nested, Is.EqualTo([1]));
        Assert.That(() => emitter.Emit("e"), Throws.InstanceOf<EmissionRejectedException>());
    }

    [Test]
    public async Task A1_An_emission_that_has_not_ended_can_be_blocked_on([Values] bool asTask)
    {
        await using var emitter = new AsyncEventEmitter(Options);
        var task = new ManualTask();
        ValueTask<EmissionResult> emission = emitter.EmitAsync("manual", task);
        var blocking = new TaskCompletionSource();
        Task<EmissionResult> blocked = DedicatedThread.RunAsync(() =>
        {
            blocking.SetResult();
            return asTask ? emission.AsTask().GetAwaiter().GetResult() : emission.GetAwaiter().GetResult();
        });
        await blocking.Task;
        task.End();
        Assert.That((await blocked).SubscriberCount, Is.EqualTo(1));
    }

    [Test]
    public async Task E5_Who_is_told_of_a_failure_is_told_in_the_context_of_the_emission()
    {
        await using var emitter = new AsyncEventEmitter(Options);
        var source = new TaskCompletionSource();
        string? seen = null;
        bool nested = false;
        emitter.HandlerFailed += (_, _) =>
        {
            seen = _local.Value;
            nested = IsInside(emitter);
        };
        _linker.Subscribe("e", () => source.Task);
        _local.Value = "the caller's";
        emitter.Emit("e");
        using (ExecutionContext.SuppressFlow())
        {
            DedicatedThread.RunAsync(() => source.SetException(new FormatException())).GetAwaiter().GetResult();
        }

        await emitter.WaitForTasksAsync().InTime();
        Assert.That((seen, nested), Is.EqualTo(("the caller's", true)));
    }

    [Test]
    public async Task A1_What_synchronous_handlers_change_in_the_context_stays([Values] bool changes, [Values] bool awaited, [Values] bool forced)
    {
        await using var emitter = new AsyncEventEmitter(Options);
        var source = new TaskCompletionSource();
        using var end = new ManualResetEventSlim();
        _linker.Subscribe("e", () =>
        {
            if (changes)
            {
                _local.Value = "the handler's";
            }
        });
        if (forced)
        {
            _linker.Subscribe("e", end.BlockUntilSet, new SubscribeOptions { ForceAsync = true });
        }
        else
        {
            _linker.Subscribe("e", () => source.Task);
        }

        _local.Value = "the caller's";
        ExecutionContext? before = ExecutionContext.Capture();
        ValueTask<EmissionResult> emission = awaited ? emitter.EmitAsync("e") : default;
        if (!awaited)
        {
            emitter.Emit("e");
        }

        Assert.That(_local.Value, Is.EqualTo(changes ? "the handler's" : "the caller's"));
        Assert.That(ExecutionContext.Capture(), changes ? Is.Not.SameAs(before) : Is.SameAs(before));
        source.SetResult();
        end.Set();
        await emission;

        // The caller is not inside of the emission.
        await emitter.WaitForTasksAsync().InTime();
    }

    [Test]
    public async Task A1_Emitting_leaves_a_suppressed_flow_suppressed()
    {
        await using var emitter = new AsyncEventEmitter(Options);
        bool nested = false;
        _linker.Subscribe("e", () =>
        {
            nested = IsInside(emitter);
            return Task.CompletedTask;
        });
        using (ExecutionContext.SuppressFlow())
        {
            emitter.Emit("e");
            Assert.That(ExecutionContext.IsFlowSuppressed());
        }

        Assert.That(nested);
        await emitter.WaitForTasksAsync().InTime();
    }

    // Waiting there would never end.
    private static bool IsInside(AsyncEventEmitter emitter)
    {
        try
        {
            _ = emitter.WaitForTasksAsync();
            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }
}
