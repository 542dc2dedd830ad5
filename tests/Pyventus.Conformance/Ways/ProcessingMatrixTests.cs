namespace Pyventus.Conformance;

/// <summary>Where the ways of processing differ, as published.</summary>
[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.All))]
public sealed class ProcessingMatrixTests(ProcessingWay way) : ConformanceTests(way)
{
    [Test]
    public async Task A1_X1_Synchronous_handlers_run_on_the_caller_or_elsewhere()
    {
        Thread? ran = null;
        Linker.Subscribe("e", () => ran = Thread.CurrentThread);
        await using EventEmitter emitter = CreateEmitter();
        Thread caller = Thread.CurrentThread;
        ValueTask<EmissionResult> emission = emitter.EmitAsync("e");
        bool ranAtReturn = emission.IsCompleted && ran == caller;
        await emission.InTime();
        if (Way.RunsOnCaller)
        {
            Assert.That(ranAtReturn);
        }
        else
        {
            Assert.That(ran, Is.Not.SameAs(caller));
        }
    }

    [Test]
    public async Task A2_A4_X1_Emissions_overlap_unless_they_run_one_at_a_time()
    {
        bool oneAtATime = Way.RunsOneAtATime || Way.EmitWaits;
        var secondStarted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Linker.Subscribe("e", async (int number) =>
        {
            Record($"begin {number}");
            if (number == 2)
            {
                secondStarted.SetResult();
            }

            // A second emission that never starts beside the first one is a time-out here.
            await (oneAtATime ? Task.CompletedTask : secondStarted.Task.InTime());
            await Task.Yield();
            Record($"end {number}");
        });
        EventEmitter emitter = CreateEmitter();
        emitter.HandlerFailed += (_, e) => Record(e.Exception.Message);
        emitter.Emit("e", 1);
        emitter.Emit("e", 2);
        await emitter.DisposeAsync().InTime();
        if (oneAtATime)
        {
            Assert.That(Calls, Is.EqualTo(["begin 1", "end 1", "begin 2", "end 2"]));
        }
        else
        {
            Assert.That(Calls, Is.EquivalentTo(["begin 1", "begin 2", "end 1", "end 2"]));
        }
    }

    [Test]
    public async Task A1_X1_Asynchronous_handlers_of_an_emission_overlap_unless_each_is_awaited()
    {
        var secondStarted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Linker.Subscribe("e", async () =>
        {
            Record("begin 1");
            await (Way.AwaitsEachHandler ? Task.CompletedTask : secondStarted.Task.InTime());
            await Task.Yield();
            Record("end 1");
        });
        Linker.Subscribe("e", async () =>
        {
            Record("begin 2");
            secondStarted.SetResult();
            await Task.Yield();
        });
        await using EventEmitter emitter = CreateEmitter();
        (await emitter.EmitAsync("e").InTime()).ThrowIfFailed();
        Assert.That(Calls, Is.EqualTo(Way.AwaitsEachHandler ? ["begin 1", "end 1", "begin 2"] : new[] { "begin 1", "begin 2", "end 1" }));
    }
}
