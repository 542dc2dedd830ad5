namespace Pyventus.Conformance;

/// <summary>Asynchronous callbacks do not need the caller's context unless the handlers do: who blocks there waits for them too.</summary>
[TestFixture("succeed")]
[TestFixture("succeed.async")]
[TestFixture("fail")]
public sealed class CallbackContextTests(string eventName)
{
    private readonly CallLog _log = new();

    [Test]
    public async Task A5_A_blocking_disposal_in_a_user_interface_waits_for_callbacks([Values] bool ordered, [Values] FanOut fanOut)
    {
        using var ui = new SingleThreadedContext();
        AsyncEventEmitter emitter = CreateEmitter(AsyncContext.Background, ordered, fanOut);
        await ui.RunAsync(() =>
        {
            EmitAndDispose(emitter);
            return Task.CompletedTask;
        });
        Assert.That(_log.Calls, Is.EqualTo(["later"]));
    }

    [Test]
    public async Task A5_A_blocking_disposal_on_a_scheduler_waits_for_callbacks([Values] bool ordered, [Values] FanOut fanOut)
    {
        using var scheduler = new SingleThreadScheduler();
        AsyncEventEmitter emitter = CreateEmitter(AsyncContext.Background, ordered, fanOut);
        await scheduler.RunAsync(() => EmitAndDispose(emitter));
        Assert.That(_log.Calls, Is.EqualTo(["later"]));
    }

    [Test]
    public async Task A3_An_emission_that_blocks_in_a_user_interface_waits_for_callbacks([Values] bool ordered, [Values] FanOut fanOut)
    {
        using var ui = new SingleThreadedContext();
        await using AsyncEventEmitter emitter = CreateEmitter(AsyncContext.Wait, ordered, fanOut);
        await ui.RunAsync(() =>
        {
            emitter.Emit(eventName, _log);
            Assert.That(_log.Calls, Is.EqualTo(["later"]));
            return Task.CompletedTask;
        });
    }

    private bool EmitAndDispose(AsyncEventEmitter emitter)
    {
        emitter.Emit(eventName, _log);
        emitter.Dispose();
        return true;
    }

    private static AsyncEventEmitter CreateEmitter(AsyncContext context, bool ordered, FanOut fanOut) => new(
        new EventEmitterOptions { Linker = new CallbackContextLinker(), FanOut = fanOut },
        new AsyncProcessingOptions { Context = context, EnforceSubmissionOrder = ordered });
}
