namespace Pyventus.Conformance;

/// <summary>A built-in service behind one of the user's: what handlers emit is nested work all the same.</summary>
public sealed class WrappedServiceTests
{
    private readonly EventLinker _linker = EventLinker.CreateEmpty();

    public enum Wrapper
    {
        /// <summary>A service that hands on both ways of submitting.</summary>
        Service,

        /// <summary>A service that does not know of <c>SubmitAsync</c>.</summary>
        SubmitOnly,

        /// <summary>An executor of the user's.</summary>
        Executor,
    }

    [Test]
    public async Task E9_A4_A_handler_awaits_an_emission_of_a_wrapped_ordered_service([Values(Wrapper.Service, Wrapper.SubmitOnly)] Wrapper wrapper)
    {
        var ordered = new AsyncProcessingService(new AsyncProcessingOptions { EnforceSubmissionOrder = true });
        await AssertNestedAsync(Wrap(ordered, wrapper));
        await ordered.DisposeAsync().InTime();
    }

    [Test]
    public async Task E9_A_handler_awaits_an_emission_of_a_wrapped_executor_with_one_worker([Values] Wrapper wrapper, [Values(null, 1)] int? capacity)
    {
        var executor = new ThreadPoolExecutor(new ThreadPoolExecutorOptions { MaxWorkers = 1, Capacity = capacity });
        await AssertNestedAsync(Wrap(executor, wrapper));
        await executor.DisposeAsync().InTime();
    }

    [Test]
    public async Task R1_A_handler_emits_beyond_the_capacity_of_a_wrapped_executor([Values] Wrapper wrapper, [Values] FullMode mode)
    {
        var executor = new ThreadPoolExecutor(new ThreadPoolExecutorOptions { MaxWorkers = 1, Capacity = 1, FullMode = mode });
        EventEmitter emitter = Wrap(executor, wrapper);
        int runs = 0;
        _linker.Subscribe("child", () => runs++);
        _linker.Subscribe("parent", async () =>
        {
            await Task.Yield();
            for (int index = 0; index < 5; index++)
            {
                emitter.Emit("child");
            }
        });
        (await emitter.EmitAsync("parent").InTime()).ThrowIfFailed();
        await executor.ShutdownAsync().InTime();
        Assert.That(runs, Is.EqualTo(5));
    }

    [Test]
    public async Task A4_Nested_emissions_of_a_wrapped_service_come_directly_after_their_parent([Values(Wrapper.Service, Wrapper.SubmitOnly)] Wrapper wrapper)
    {
        var ordered = new AsyncProcessingService(new AsyncProcessingOptions { EnforceSubmissionOrder = true });
        EventEmitter emitter = Wrap(ordered, wrapper);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var calls = new List<string>();
        _linker.Subscribe("parent", async () =>
        {
            await release.Task;
            emitter.Emit("child");
            await emitter.EmitAsync("awaited");
            calls.Add("parent");
        });
        _linker.Subscribe("awaited", () =>
        {
            emitter.Emit("grandchild");
            calls.Add("awaited");
        });
        foreach (string name in new[] { "child", "grandchild", "last" })
        {
            _linker.Subscribe(name, () => calls.Add(name));
        }

        emitter.Emit("parent");
        emitter.Emit("last");
        release.SetResult();
        await ordered.DisposeAsync().InTime();
        Assert.That(calls, Is.EqualTo(["awaited", "parent", "child", "grandchild", "last"]));
    }

    [Test]
    public async Task A2_Waiting_inside_a_handler_of_a_wrapped_service_is_an_error_instead_of_a_hang([Values] bool ordered)
    {
        var service = new AsyncProcessingService(new AsyncProcessingOptions { EnforceSubmissionOrder = ordered });
        EventEmitter emitter = Wrap(service, Wrapper.Service);
        _linker.Subscribe("e", async () =>
        {
            await Task.Yield();
            await service.WaitForTasksAsync();
        });
        EmissionResult result = await emitter.EmitAsync("e").InTime();
        Assert.That(result.Failures.Single().Exception, Is.InstanceOf<InvalidOperationException>().With.Message.Contains("WaitForTasksAsync"));
        await service.DisposeAsync().InTime();
    }

    private async Task AssertNestedAsync(EventEmitter emitter)
    {
        var calls = new List<int>();
        _linker.Subscribe("e", async (int depth) =>
        {
            await Task.Yield();
            if (depth > 0)
            {
                (await emitter.EmitAsync("e", depth - 1)).ThrowIfFailed();
            }

            calls.Add(depth);
        });
        (await emitter.EmitAsync("e", 3).InTime()).ThrowIfFailed();
        Assert.That(calls, Is.EqualTo([0, 1, 2, 3]));
    }

    private EventEmitter Wrap(ThreadPoolExecutor executor, Wrapper wrapper) => wrapper == Wrapper.Executor
        ? new ExecutorEventEmitter(new ForwardingExecutor(executor), new EventEmitterOptions { Linker = _linker })
        : Wrap(new ExecutorProcessingService(executor), wrapper);

    private EventEmitter Wrap(IProcessingService inner, Wrapper wrapper) => new(
        wrapper == Wrapper.Service ? new DelegateService(inner.Submit, inner.SubmitAsync) : new DelegateService(inner.Submit),
        new EventEmitterOptions { Linker = _linker });
}
