namespace Pyventus.Conformance;

[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.All))]
public sealed class NestedEmissionTests(ProcessingWay way) : ConformanceTests(way)
{
    [Test]
    public async Task E9_Disposal_waits_for_what_handlers_emit_however_deep()
    {
        int depthLimit = Way.EmitWaits ? 8 : 2_000;
        EventEmitter emitter = CreateEmitter();
        int runs = 0;
        Linker.Subscribe("e", async (int depth) =>
        {
            await Task.Yield();
            Interlocked.Increment(ref runs);
            if (depth < depthLimit)
            {
                emitter.Emit("e", depth + 1);
            }
        });
        emitter.Emit("e", 1);
        await emitter.DisposeAsync().InTime();
        Assert.That(runs, Is.EqualTo(depthLimit));
    }

    [Test]
    public async Task E9_Disposal_waits_for_a_tree_of_emissions()
    {
        EventEmitter emitter = CreateEmitter();
        int runs = 0;
        Linker.Subscribe("e", (int depth) =>
        {
            Interlocked.Increment(ref runs);
            for (int child = 0; depth > 0 && child < 3; child++)
            {
                emitter.Emit("e", depth - 1);
            }
        });
        Linker.Subscribe("e", async (int _) => await Task.Yield());
        emitter.Emit("e", 6);
        await emitter.DisposeAsync().InTime();
        Assert.That(runs, Is.EqualTo(1093), "the sum of 3^0 to 3^6");
    }

    [Test]
    public async Task E9_EmitAsync_does_not_wait_for_nested_emissions()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        EventEmitter emitter = CreateEmitter();
        Linker.Subscribe("parent", () => emitter.Emit("child"));
        Linker.Subscribe("child", async () =>
        {
            await release.Task;
            Record("child");
        });
        if (Way.EmitWaits)
        {
            // The Emit of the parent waits for the child, so the parent has not ended either.
            release.SetResult();
        }

        await emitter.EmitAsync("parent").InTime();
        Assert.That(Calls, Way.EmitWaits ? Is.EqualTo(["child"]) : Is.Empty);
        Task disposal = emitter.DisposeAsync().AsTask();
        Assert.That(disposal.IsCompleted, Is.EqualTo(Way.EmitWaits));
        release.TrySetResult();
        await disposal.InTime();
        Assert.That(Calls, Is.EqualTo(["child"]));
    }

    [Test]
    public async Task E9_A_handler_may_await_an_emission_of_its_own()
    {
        await using EventEmitter emitter = CreateEmitter();
        Linker.Subscribe("e", async (int depth) =>
        {
            await Task.Yield();
            if (depth > 0)
            {
                (await emitter.EmitAsync("e", depth - 1)).ThrowIfFailed();
            }

            Record($"{depth}");
        });
        (await emitter.EmitAsync("e", 20).InTime()).ThrowIfFailed();
        Assert.That(Calls, Is.EqualTo(Enumerable.Range(0, 21).Select(depth => $"{depth}")));
    }

    [Test]
    public async Task E9_A_handler_may_await_several_emissions_at_once()
    {
        await using EventEmitter emitter = CreateEmitter();
        Linker.Subscribe("parent", () => Task.WhenAll(Enumerable.Range(0, 10).Select(child => emitter.EmitAsync("child", child).AsTask())));
        Linker.Subscribe("child", async (int child) =>
        {
            await Task.Yield();
            Record($"{child}");
        });
        (await emitter.EmitAsync("parent").InTime()).ThrowIfFailed();
        Assert.That(Calls, Is.EquivalentTo(Enumerable.Range(0, 10).Select(child => $"{child}")));
    }

    [Test]
    public async Task E9_Emissions_may_alternate_between_two_emitters()
    {
        int hops = Way.EmitWaits ? 8 : 1_000;
        EventEmitter one = CreateEmitter();
        EventEmitter two = CreateEmitter();
        var finished = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Linker.Subscribe("e", async (int hop) =>
        {
            await Task.Yield();
            if (hop == hops)
            {
                finished.SetResult();
            }
            else
            {
                (hop % 2 == 0 ? two : one).Emit("e", hop + 1);
            }
        });
        one.Emit("e", 0);
        await finished.Task.InTime();
        await one.DisposeAsync().InTime();
        await two.DisposeAsync().InTime();
    }

    [Test]
    public async Task E9_A_failing_parent_does_not_lose_its_children()
    {
        EventEmitter emitter = CreateEmitter();
        emitter.HandlerFailed += (_, e) => Record(e.Exception.Message);
        Linker.Subscribe("parent", () =>
        {
            emitter.Emit("child", 1);
            emitter.Emit("child", 2);
            throw new InvalidOperationException("parent");
        });
        Linker.Subscribe("child", (int child) => Record($"child {child}"));
        emitter.Emit("parent");
        await emitter.DisposeAsync().InTime();
        Assert.That(Calls, Is.EquivalentTo(["parent", "child 1", "child 2"]));
    }
}
