namespace Pyventus.Conformance;

/// <summary>A service of the user's that mishandles an emission must harm neither the built-in one it wraps nor later emissions.</summary>
public sealed class ForeignExecutionTests
{
    private static readonly AsyncProcessingOptions _ordered = new() { EnforceSubmissionOrder = true };

    private static readonly TestCaseData[] _services =
    [
        Case("Async", static () => new AsyncProcessingService()),
        Case("AsyncOrdered", static () => new AsyncProcessingService(_ordered)),
        Case("SharedPool", static () => OnPool(new ThreadPoolExecutorOptions())),
        Case("OneWorker", static () => OnPool(new ThreadPoolExecutorOptions { MaxWorkers = 1 })),
        Case("Bounded", static () => OnPool(new ThreadPoolExecutorOptions { MaxWorkers = 1, Capacity = 1 })),
    ];

    private readonly EventLinker _linker = EventLinker.CreateEmpty();

    [TestCaseSource(nameof(_services))]
    public Task A4_X2_An_emission_submitted_twice_runs_once_and_wedges_nothing(Func<IProcessingService> create)
    {
        IProcessingService inner = create();
        return AssertUnharmedAsync(inner, emission =>
        {
            inner.Submit(emission);
            inner.Submit(emission);
        });
    }

    [TestCaseSource(nameof(_services))]
    public Task A4_X2_An_emission_executed_before_it_is_submitted_wedges_nothing(Func<IProcessingService> create)
    {
        IProcessingService inner = create();
        return AssertUnharmedAsync(inner, emission =>
        {
            _ = emission.ExecuteAsync().AsTask();
            inner.Submit(emission);
        });
    }

    [TestCaseSource(nameof(_services))]
    public Task A4_X2_An_emission_executed_while_it_is_queued_wedges_nothing(Func<IProcessingService> create)
    {
        IProcessingService inner = create();
        return AssertUnharmedAsync(inner, emission =>
        {
            inner.Submit(emission);
            try
            {
                _ = emission.ExecuteAsync().AsTask();
            }
            catch (InvalidOperationException)
            {
                // The service was faster.
            }
        });
    }

    private async Task AssertUnharmedAsync(IProcessingService inner, Action<EventEmission> mishandle)
    {
        const int Emissions = 50;
        int runs = 0;
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _linker.Subscribe("e", async () =>
        {
            await Task.Yield();
            if (Interlocked.Increment(ref runs) == 2 * Emissions)
            {
                all.SetResult();
            }
        });
        var emitter = new EventEmitter(new DelegateService(mishandle), new EventEmitterOptions { Linker = _linker });
        for (int index = 0; index < Emissions; index++)
        {
            emitter.Emit("e");
            Assert.That((await emitter.EmitAsync("e").InTime()).SubscriberCount, Is.EqualTo(1));
        }

        // What was executed elsewhere is not the service's to wait for.
        await all.Task.InTime();
        await ((IAsyncDisposable)inner).DisposeAsync().InTime();
        Assert.That((inner as AsyncProcessingService)?.TaskCount ?? 0, Is.Zero);
        Assert.That(runs, Is.EqualTo(2 * Emissions));
    }

    private static ExecutorProcessingService OnPool(ThreadPoolExecutorOptions options) => new(new ThreadPoolExecutor(options));

    private static TestCaseData Case(string name, Func<IProcessingService> create) => new TestCaseData(create).SetArgDisplayNames(name);
}
