using System.Collections.Concurrent;

namespace Pyventus.Conformance;

public sealed class SubmissionOrderTests
{
    private readonly EventLinker _linker = EventLinker.CreateEmpty();
    private readonly ConcurrentQueue<string> _calls = new();

    [Test]
    public async Task A4_Emissions_run_one_at_a_time_in_the_order_submitted()
    {
        await using AsyncEventEmitter emitter = CreateEmitter();
        int running = 0;
        _linker.Subscribe("e", async (int number) =>
        {
            Assert.That(Interlocked.Increment(ref running), Is.EqualTo(1));
            await Task.Yield();
            _calls.Enqueue($"{number}");
            Interlocked.Decrement(ref running);
        });
        for (int number = 0; number < 500; number++)
        {
            emitter.Emit("e", number);
        }

        await emitter.WaitForTasksAsync().InTime();
        Assert.That(_calls, Is.EqualTo(Enumerable.Range(0, 500).Select(number => $"{number}")));
    }

    [Test]
    public async Task A4_Each_of_many_threads_keeps_its_order_and_none_overlap()
    {
        const int Threads = 8;
        const int Emissions = 500;
        await using AsyncEventEmitter emitter = CreateEmitter();
        int running = 0;
        int overlaps = 0;
        var order = new List<(int Thread, int Number)>();
        _linker.Subscribe("e", async (int thread, int number) =>
        {
            overlaps += Interlocked.Increment(ref running) - 1;
            if (number % 3 == 0)
            {
                await Task.Yield();
            }

            order.Add((thread, number));
            Interlocked.Decrement(ref running);
        });
        using var start = new Barrier(Threads);
        await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => DedicatedThread.RunAsync(() =>
        {
            start.SignalAndWait(Deadline.Limit);
            for (int number = 0; number < Emissions; number++)
            {
                emitter.Emit("e", thread, number);
            }
        })));
        await emitter.WaitForTasksAsync().InTime();
        Assert.That(overlaps, Is.Zero);
        Assert.That(order, Has.Count.EqualTo(Threads * Emissions));
        for (int thread = 0; thread < Threads; thread++)
        {
            Assert.That(order.Where(call => call.Thread == thread).Select(call => call.Number), Is.EqualTo(Enumerable.Range(0, Emissions)));
        }
    }

    [Test]
    public async Task A4_Nested_emissions_come_directly_after_their_parent_in_the_order_emitted([Values] bool asynchronous)
    {
        await using AsyncEventEmitter emitter = CreateEmitter();
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _linker.Subscribe("gate", () => release.Task);
        _linker.Subscribe("e", async (string path) =>
        {
            _calls.Enqueue(path);
            if (asynchronous)
            {
                await Task.Yield();
            }

            for (int child = 1; path.Length < 3 && child <= 2; child++)
            {
                emitter.Emit("e", path + child);
            }

            _calls.Enqueue("/" + path);
        });
        emitter.Emit("gate");
        emitter.Emit("e", "1");
        emitter.Emit("e", "2");
        release.SetResult();
        await emitter.WaitForTasksAsync().InTime();
        string[] expected = ["1", "11", "111", "112", "12", "121", "122", "2", "21", "211", "212", "22", "221", "222"];
        Assert.That(_calls, Is.EqualTo(expected.SelectMany(path => new[] { path, "/" + path })));
    }

    [Test]
    public async Task A4_A_throwing_emission_never_wedges_the_queue([Values] ErrorPolicy policy)
    {
        await using var emitter = new AsyncEventEmitter(
            new EventEmitterOptions { Linker = _linker, ErrorPolicy = policy },
            new AsyncProcessingOptions { EnforceSubmissionOrder = true });
        emitter.HandlerFailed += (_, e) =>
        {
            _calls.Enqueue(e.Exception.Message);
            throw new InvalidOperationException("subscriber");
        };
        using var error = new CapturedStandardError();
        _linker.Subscribe("e", () => throw new InvalidOperationException("sync"));
        _linker.Subscribe("f", async () =>
        {
            await Task.Yield();
            throw new InvalidOperationException("async");
        });
        _linker.Subscribe("g", () => _calls.Enqueue("after"));
        emitter.Emit("e");
        emitter.Emit("f");
        emitter.Emit("g");
        await emitter.WaitForTasksAsync().InTime();
        await emitter.EmitAsync("g").InTime();
        Assert.That(_calls, Is.EqualTo(["sync", "async", "after", "after"]));
    }

    [Test]
    public async Task A4_An_awaited_nested_emission_runs_at_once_and_its_children_follow_the_parent()
    {
        await using AsyncEventEmitter emitter = CreateEmitter();
        _linker.Subscribe("parent", async () =>
        {
            _calls.Enqueue("parent");
            emitter.Emit("child", 1);
            await emitter.EmitAsync("awaited");
            emitter.Emit("child", 3);
            _calls.Enqueue("/parent");
        });
        _linker.Subscribe("awaited", async () =>
        {
            await Task.Yield();
            _calls.Enqueue("awaited");
            emitter.Emit("child", 2);
        });
        _linker.Subscribe("child", (int number) => _calls.Enqueue($"child {number}"));
        _linker.Subscribe("last", () => _calls.Enqueue("last"));
        emitter.Emit("parent");
        emitter.Emit("last");
        await emitter.WaitForTasksAsync().InTime();
        Assert.That(_calls, Is.EqualTo(["parent", "awaited", "/parent", "child 1", "child 2", "child 3", "last"]));
    }

    [Test]
    public async Task A4_A_long_chain_of_nested_emissions_needs_no_stack()
    {
        const int Depth = 200_000;
        await using AsyncEventEmitter emitter = CreateEmitter();
        int runs = 0;
        _linker.Subscribe("e", () =>
        {
            if (++runs < Depth)
            {
                emitter.Emit("e");
            }
        });
        emitter.Emit("e");
        await emitter.WaitForTasksAsync().InTime();
        Assert.That(runs, Is.EqualTo(Depth));
    }

    [Test]
    public async Task A4_What_a_stray_task_emits_after_its_emission_goes_to_the_end()
    {
        await using AsyncEventEmitter emitter = CreateEmitter();
        var parentEnded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task stray = Task.CompletedTask;
        _linker.Subscribe("parent", () =>
        {
            stray = EmitLaterAsync();
        });
        _linker.Subscribe("e", () => _calls.Enqueue("stray"));
        await emitter.EmitAsync("parent").InTime();
        await emitter.WaitForTasksAsync().InTime();
        parentEnded.SetResult();
        await stray.InTime();
        await emitter.WaitForTasksAsync().InTime();
        Assert.That(_calls, Is.EqualTo(["stray"]));

        async Task EmitLaterAsync()
        {
            await parentEnded.Task;
            emitter.Emit("e");
        }
    }

    [Test]
    public async Task A4_A_cancelled_emission_leaves_the_queue_in_order()
    {
        await using AsyncEventEmitter emitter = CreateEmitter();
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var cancellation = new CancellationTokenSource();
        _linker.Subscribe("gate", () => release.Task);
        _linker.Subscribe("e", (int number) => _calls.Enqueue($"{number}"));
        emitter.Emit("gate");
        Task<EmissionResult> first = emitter.EmitAsync("e", 1).AsTask();
        Task<EmissionResult> cancelled = emitter.EmitAsync("e", 2, cancellation.Token).AsTask();
        Task<EmissionResult> third = emitter.EmitAsync("e", 3).AsTask();
        await cancellation.CancelAsync();
        Assert.That(async () => await cancelled.InTime(), Throws.InstanceOf<OperationCanceledException>());
        release.SetResult();
        await Task.WhenAll(first, third).InTime();
        Assert.That(_calls, Is.EqualTo(["1", "3"]));
    }

    private AsyncEventEmitter CreateEmitter() =>
        new(new EventEmitterOptions { Linker = _linker }, new AsyncProcessingOptions { EnforceSubmissionOrder = true });
}
