namespace Pyventus.Conformance;

[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.All))]
public sealed class OutcomeTests(ProcessingWay way) : ConformanceTests(way)
{
    [Test]
    public async Task E6_OnSuccess_gets_nothing_from_a_handler_without_result_and_runs_after_it()
    {
        Linker.Subscribe("e", () => Record("sync"), new SubscribeOptions { OnSuccess = result => Record($"success {result ?? "null"}") });
        Linker.Subscribe("e", async () =>
        {
            await Task.Yield();
            Record("async");
        }, new SubscribeOptions { OnSuccess = result => Record($"async success {result ?? "null"}") });
        await using EventEmitter emitter = CreateEmitter();
        await emitter.EmitAsync("e").InTime();
        Assert.That(Calls, Is.EqualTo(["sync", "success null", "async", "async success null"]));
    }

    [Test]
    public async Task E6_OnSuccess_does_not_run_after_a_failure([Values] bool asynchronous)
    {
        Linker.Subscribe("e", async () =>
        {
            if (asynchronous)
            {
                await Task.Yield();
            }

            throw new InvalidOperationException();
        }, new SubscribeOptions { OnSuccess = _ => Record("success"), OnFailure = _ => Record("failure") });
        await using EventEmitter emitter = CreateEmitter();
        await emitter.EmitAsync("e").InTime();
        Assert.That(Calls, Is.EqualTo(["failure"]));
    }

    [Test]
    public async Task E7_EmitAsync_completes_when_every_handler_has_finished()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Linker.Subscribe("e", async () =>
        {
            await release.Task;
            Record("slow");
        });
        Linker.Subscribe("e", () => Record("fast"));
        await using EventEmitter emitter = CreateEmitter();
        Task<EmissionResult> emission = emitter.EmitAsync("e").AsTask();
        Assert.That(emission.IsCompleted, Is.False);
        release.SetResult();
        EmissionResult result = await emission.InTime();
        Assert.That(Calls, Is.EquivalentTo(["slow", "fast"]));
        Assert.That((result.SubscriberCount, result.FailureCount, result.IsSuccess), Is.EqualTo((2, 0, true)));
        result.ThrowIfFailed();
    }

    [Test]
    public async Task E7_Isolate_returns_the_failures_per_handler()
    {
        var first = new InvalidOperationException("first");
        var second = new ArithmeticException("second");
        EventSubscriber one = Linker.Subscribe("e", () => throw first);
        EventSubscriber two = Linker.Subscribe("e", async () =>
        {
            await Task.Yield();
            throw second;
        });
        Linker.Subscribe("e", () => { });
        await using EventEmitter emitter = CreateEmitter();
        EmissionResult result = await emitter.EmitAsync("e").InTime();
        Assert.That((result.SubscriberCount, result.FailureCount, result.IsSuccess), Is.EqualTo((3, 2, false)));
        Assert.That(result.Failures, Is.EqualTo(new HandlerFailure[] { new(one.Name, first), new(two.Name, second) }));
        Assert.That(result.ThrowIfFailed, Throws.InstanceOf<AggregateException>().With.Property("InnerExceptions").EqualTo(new Exception[] { first, second }));
    }

    [Test]
    public async Task E7_Aggregate_throws_all_failures_after_all_have_run()
    {
        var first = new InvalidOperationException("first");
        var second = new ArithmeticException("second");
        Linker.Subscribe("e", () => throw first);
        Linker.Subscribe("e", () => Task.FromException(second));
        Linker.Subscribe("e", async () =>
        {
            await Task.Yield();
            Record("last");
        });
        await using EventEmitter emitter = CreateEmitter(ErrorPolicy.Aggregate);
        AggregateException? thrown = await Assert.ThrowsAsync<AggregateException>(async () => await emitter.EmitAsync("e").InTime());
        Assert.That(thrown!.InnerExceptions, Is.EqualTo(new Exception[] { first, second }));
        Assert.That(Calls, Is.EqualTo(["last"]));
    }

    [Test]
    public async Task E7_StopOnFirst_runs_one_after_another_and_rethrows_the_first_as_it_is([Values] bool asynchronous)
    {
        var first = new InvalidOperationException("first");
        Linker.Subscribe("e", async () =>
        {
            Record("begin");
            await Task.Yield();
            Record("end");
        });
        Linker.Subscribe("e", async () =>
        {
            Record("fail");
            if (asynchronous)
            {
                await Task.Yield();
            }

            throw first;
        });
        Linker.Subscribe("e", () => Record("never"));
        await using EventEmitter emitter = CreateEmitter(ErrorPolicy.StopOnFirst);
        Exception? thrown = await Assert.CatchAsync(async () => await emitter.EmitAsync("e").InTime());
        Assert.That(thrown, Is.SameAs(first));
        Assert.That(Calls, Is.EqualTo(["begin", "end", "fail"]));
    }

    [Test]
    public async Task E7_Sequential_awaits_each_handler_before_the_next_starts()
    {
        for (int index = 0; index < 3; index++)
        {
            int number = index;
            Linker.Subscribe("e", async () =>
            {
                Record($"begin {number}");
                await Task.Yield();
                Record($"end {number}");
                throw new InvalidOperationException();
            });
        }

        await using EventEmitter emitter = Way.Create(new EventEmitterOptions { Linker = Linker, FanOut = FanOut.Sequential });
        EmissionResult result = await emitter.EmitAsync("e").InTime();
        Assert.That(Calls, Is.EqualTo(["begin 0", "end 0", "begin 1", "end 1", "begin 2", "end 2"]));
        Assert.That((result.SubscriberCount, result.FailureCount), Is.EqualTo((3, 3)));
    }

    [Test]
    public async Task E10_ForceAsync_lets_the_others_go_on_unless_the_fan_out_is_sequential()
    {
        using var release = new ManualResetEventSlim();
        Thread? blocked = null;
        Linker.Subscribe("e", () =>
        {
            blocked = Thread.CurrentThread;
            if (!Way.AwaitsEachHandler)
            {
                release.BlockUntilSet();
            }
        }, new SubscribeOptions { ForceAsync = true, OnSuccess = _ => Record("unblocked") });
        Linker.Subscribe("e", () =>
        {
            Record("next");
            release.Set();
        });
        Linker.Subscribe("e", () =>
        {
            release.BlockUntilSet();
            throw new InvalidOperationException();
        }, new SubscribeOptions { ForceAsync = true, OnFailure = _ => Record("failed") });
        await using EventEmitter emitter = CreateEmitter();
        EmissionResult result = await emitter.EmitAsync("e").InTime();
        Assert.That(Calls, Is.EquivalentTo(["unblocked", "next", "failed"]));
        Assert.That(Calls.First(), Is.EqualTo(Way.AwaitsEachHandler ? "unblocked" : "next"));
        Assert.That(blocked!.IsThreadPoolThread);
        Assert.That((result.SubscriberCount, result.FailureCount), Is.EqualTo((3, 1)));
    }

    [Test]
    public async Task E12_The_execution_context_of_the_caller_flows_to_handlers()
    {
        var ambient = new AsyncLocal<string>();
        Linker.Subscribe("e", () => Record(ambient.Value!));
        Linker.Subscribe("e", () => Record(ambient.Value!), new SubscribeOptions { ForceAsync = true });
        Linker.Subscribe("e", async () =>
        {
            await Task.Yield();
            Record(ambient.Value!);
        });
        await using EventEmitter emitter = CreateEmitter();
        ambient.Value = "caller";
        if (!Way.FlowsExecutionContext)
        {
            Assert.That((await emitter.EmitAsync("e").InTime()).SubscriberCount, Is.EqualTo(3));
            Assert.That(Calls, Is.All.Null, "a service of one's own captures it itself, or does not");
            return;
        }

        await emitter.EmitAsync("e").InTime();
        Assert.That(Calls, Is.EqualTo(["caller", "caller", "caller"]));
    }
}
