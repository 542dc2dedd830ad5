namespace Pyventus.Conformance;

[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.All))]
public sealed class StopOnFirstTests(ProcessingWay way) : ConformanceTests(way)
{
    [Test]
    public async Task E5_Emit_runs_no_synchronous_handler_behind_the_failure_and_reports_it()
    {
        Linker.Subscribe("e", () => Record("before"));
        Linker.Subscribe("e", static () => throw new InvalidOperationException("first"), new SubscribeOptions { OnFailure = _ => Record("callback") });
        Linker.Subscribe("e", () => Record("behind"));
        EventEmitter emitter = CreateEmitter(ErrorPolicy.StopOnFirst);
        emitter.HandlerFailed += (_, _) => Record("reported");
        emitter.Emit("e");
        emitter.Emit("e");
        await emitter.DisposeAsync().InTime();
        Assert.That(Calls.Order(), Is.EqualTo(["before", "before", "callback", "callback", "reported", "reported"]));
    }

    [Test]
    public async Task E4_Once_subscribers_behind_the_failure_are_given_back([Values] bool asynchronous)
    {
        var once = new SubscribeOptions { Once = true };
        bool fails = true;
        EventSubscriber before = Linker.Subscribe("e", () => Record("before"), once);
        Linker.Subscribe("e", async () =>
        {
            if (asynchronous)
            {
                await Task.Yield();
            }

            if (fails)
            {
                throw new InvalidOperationException("first");
            }
        });
        EventSubscriber behind = Linker.Subscribe("e", () => Record("behind"), once);
        await using EventEmitter emitter = CreateEmitter(ErrorPolicy.StopOnFirst);
        Assert.That(async () => await emitter.EmitAsync("e").InTime(), Throws.InvalidOperationException);
        Assert.That((Linker.ContainsSubscriber(before), Linker.ContainsSubscriber(behind)), Is.EqualTo((false, true)));
        fails = false;
        Assert.That((await emitter.EmitAsync("e").InTime()).SubscriberCount, Is.EqualTo(2));
        await emitter.EmitAsync("e").InTime();
        Assert.That(Calls, Is.EqualTo(["before", "behind"]));
    }
}
