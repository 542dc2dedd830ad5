namespace Pyventus.Conformance;

/// <summary>A synchronous fan-out on the caller sets up nothing for what is emitted in it, whether somebody looks or not.</summary>
public sealed class ObservedNestingTests
{
    private readonly EventLinker _linker = EventLinker.CreateEmpty();
    private bool _ended;

    [Test]
    public async Task E9_A3_An_emission_in_a_synchronous_handler_waits_like_one_of_the_caller([Values] bool debug)
    {
        using var error = new CapturedStandardError();
        await using var emitter = CreateEmitter(debug, AsyncContext.Auto);
        _linker.Subscribe("inner", async () =>
        {
            await Task.Yield();
            _ended = true;
        });
        bool ended = false;
        _linker.Subscribe("outer", () =>
        {
            emitter.Emit("inner");
            ended = _ended;
        });
        await DedicatedThread.RunAsync(() => emitter.Emit("outer"));
        Assert.That(ended);
    }

    [Test]
    public async Task E9_A_synchronous_handler_is_no_pending_work([Values] bool debug, [Values] bool awaited)
    {
        using var error = new CapturedStandardError();
        await using var emitter = CreateEmitter(debug, AsyncContext.Background);
        int pending = -1;
        _linker.Subscribe("e", () => pending = emitter.TaskCount);
        if (awaited)
        {
            Assert.That((await emitter.EmitAsync("e").InTime()).SubscriberCount, Is.EqualTo(1));
        }
        else
        {
            emitter.Emit("e");
        }

        Assert.That(pending, Is.Zero);
        Assert.That(error.ToString().Contains("The event 'e'", StringComparison.Ordinal), Is.EqualTo(debug), "its end is shown");
    }

    private AsyncEventEmitter CreateEmitter(bool debug, AsyncContext context) =>
        new(new EventEmitterOptions { Linker = _linker, Debug = debug }, new AsyncProcessingOptions { Context = context });
}
