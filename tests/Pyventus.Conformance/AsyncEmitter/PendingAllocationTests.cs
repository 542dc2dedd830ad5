namespace Pyventus.Conformance;

/// <summary>
/// What an emission with asynchronous handlers allocates, once it has run: its scope (24 bytes) in an execution context
/// (72 bytes where nothing else is in it), and nothing per handler.
/// </summary>
[NonParallelizable]
public sealed class PendingAllocationTests
{
    private const int Emissions = 1_000;
    private const int ScopeBytes = 24 + 72;

    private readonly StaticLinker _linker = new();
    private readonly int[] _runs = [0];

    [Test]
    public async Task Handlers_that_complete_at_once_cost_no_more_than_the_scope([Values] bool awaited)
    {
        await AssertAllocatesAsync(ScopeBytes, emitter => Emit(emitter, "completed.2", _runs, awaited));
        Assert.That(_runs[0], Is.EqualTo(2 * Emissions * 2));
    }

    [Test]
    public async Task Handlers_that_end_later_cost_no_more_than_the_scope([Values] bool awaited)
    {
        ManualTask[] tasks = [new(), new(), new(), new()];
        await AssertAllocatesAsync(
            ScopeBytes,
            emitter => Emit(emitter, "manual.4", tasks, awaited, () => Array.ForEach(tasks, static task => task.End())));
        Assert.That(tasks.Select(static task => task.Runs), Is.All.EqualTo(2 * Emissions));
    }

    [Test]
    public async Task Handlers_that_return_unfinished_tasks_cost_no_more_than_the_scope_and_their_tasks([Values] bool awaited)
    {
        var sources = new TaskCompletionSource[4];
        for (int handler = 0; handler < sources.Length; handler++)
        {
            int number = handler;
            _linker.Subscribe("tasks", (int[] runs) =>
            {
                runs[0]++;
                return (sources[number] = new TaskCompletionSource()).Task;
            });
        }

        long tasks = Measure(() =>
        {
            for (int handler = 0; handler < sources.Length; handler++)
            {
                sources[handler] = new TaskCompletionSource();
                sources[handler].SetResult();
            }
        });
        await AssertAllocatesAsync(
            ScopeBytes + (tasks / Emissions),
            emitter => Emit(emitter, "tasks", _runs, awaited, () => Array.ForEach(sources, static source => source.SetResult())));
        Assert.That(_runs[0], Is.EqualTo(2 * Emissions * sources.Length));
    }

    [Test]
    public async Task Leaving_an_emission_allocates_nothing_where_the_caller_has_a_context_of_its_own()
    {
        // The context of the emission has two values then: 16 bytes more than for one.
        var local = new AsyncLocal<object?>();
        await AssertAllocatesAsync(ScopeBytes + 16, emitter => Emit(emitter, "completed.2", _runs, awaited: true), () => local.Value = this);
        Assert.That(_runs[0], Is.EqualTo(2 * Emissions * 2));
    }

    private static long Measure(Action action)
    {
        for (int index = 0; index < Emissions; index++)
        {
            action();
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int index = 0; index < Emissions; index++)
        {
            action();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Emit<T>(AsyncEventEmitter emitter, string name, T payload, bool awaited, Action? end = null)
    {
        if (!awaited)
        {
            emitter.Emit(name, payload);
            end?.Invoke();
            return;
        }

        ValueTask<EmissionResult> emission = emitter.EmitAsync(name, payload);
        end?.Invoke();
        if (!emission.IsCompletedSuccessfully || !emission.Result.IsSuccess)
        {
            throw new InvalidOperationException("The emission has not ended with its handlers.");
        }
    }

    // On a thread without any execution context, so that nothing else in it is copied.
    private async Task AssertAllocatesAsync(long limit, Action<AsyncEventEmitter> emit, Action? prepare = null)
    {
        await using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = _linker, Debug = false });
        Task<long> measured;
        using (ExecutionContext.SuppressFlow())
        {
            measured = DedicatedThread.RunAsync(() =>
            {
                prepare?.Invoke();
                return Measure(() => emit(emitter));
            });
        }

        double bytes = (double)await measured / Emissions;
        Assert.That(bytes, Is.GreaterThan(0).And.AtMost(limit));
        Assert.That(emitter.TaskCount, Is.Zero);
    }
}
