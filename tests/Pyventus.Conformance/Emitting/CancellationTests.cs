namespace Pyventus.Conformance;

[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.All))]
public sealed class CancellationTests(ProcessingWay way) : ConformanceTests(way)
{
    [Test]
    public async Task E8_The_token_reaches_every_handler_that_takes_one()
    {
        using var cancellation = new CancellationTokenSource();
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Linker.Subscribe("e", async (CancellationToken token) =>
        {
            started.SetResult();
            await Task.Delay(Timeout.Infinite, token);
        });
        await using EventEmitter emitter = CreateEmitter();
        Task<EmissionResult> emission = emitter.EmitAsync("e", cancellation.Token).AsTask();
        await started.Task.InTime();
        await cancellation.CancelAsync();
        Assert.That(async () => await emission.InTime(), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task E8_Cancelled_before_the_start_nothing_runs()
    {
        Linker.Subscribe("e", () => Record("sync"));
        Linker.Subscribe<OrderPlaced>(_ => Record("typed"));
        await using EventEmitter emitter = CreateEmitter();
        var cancelled = new CancellationToken(true);
        Assert.That(async () => await emitter.EmitAsync("e", cancelled), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(async () => await emitter.EmitAsync(new OrderPlaced(1), cancelled), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(async () => await emitter.EmitAsync("nobody", cancelled), Throws.InstanceOf<OperationCanceledException>());
        await emitter.DisposeAsync().InTime();
        Assert.That(Calls, Is.Empty);
    }

    [Test]
    public async Task E8_A_handler_that_obeys_the_cancelled_token_has_not_failed()
    {
        using var cancellation = new CancellationTokenSource();
        Linker.Subscribe("e", cancellation.Cancel);
        Linker.Subscribe(
            "e",
            (CancellationToken token) => Task.FromCanceled(token),
            new SubscribeOptions { OnFailure = _ => Record("failure"), OnSuccess = _ => Record("success") });
        Linker.Subscribe("e", async () =>
        {
            await Task.Yield();
            Record("last");
        });
        await using EventEmitter emitter = CreateEmitter();
        emitter.HandlerFailed += (_, _) => Record("failed");
        Assert.That(async () => await emitter.EmitAsync("e", cancellation.Token).InTime(), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(Calls, Is.EqualTo(["last"]), "it is thrown after all have ended");
    }

    [Test]
    public async Task E8_A_cancellation_without_a_cancelled_token_is_a_failure()
    {
        using var unrelated = new CancellationTokenSource();
        Linker.Subscribe("e", () => throw new OperationCanceledException("own"));
        Linker.Subscribe("e", () => Task.FromCanceled(new CancellationToken(true)));
        await using EventEmitter emitter = CreateEmitter();
        EmissionResult result = await emitter.EmitAsync("e", unrelated.Token).InTime();
        Assert.That(result.Failures.Select(failure => failure.Exception), Is.All.InstanceOf<OperationCanceledException>());
        Assert.That(result.FailureCount, Is.EqualTo(2));
    }

    [Test]
    public async Task E8_A_failure_beside_a_cancellation_is_reported()
    {
        using var cancellation = new CancellationTokenSource();
        Linker.Subscribe("e", cancellation.Cancel);
        Linker.Subscribe("e", () => throw new InvalidOperationException("broken"));
        Linker.Subscribe("e", (CancellationToken token) => Task.FromCanceled(token));
        await using EventEmitter emitter = CreateEmitter();
        emitter.HandlerFailed += (_, e) => Record(e.Exception.Message);
        Assert.That(async () => await emitter.EmitAsync("e", cancellation.Token).InTime(), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(Calls, Is.EqualTo(["broken"]));
    }

    [Test]
    public async Task E8_Emit_gives_handlers_a_token_that_is_never_cancelled()
    {
        Linker.Subscribe("e", (CancellationToken token) => Record($"{token.CanBeCanceled}"));
        EventEmitter emitter = CreateEmitter();
        emitter.Emit("e");
        await emitter.DisposeAsync().InTime();
        Assert.That(Calls, Is.EqualTo(["False"]));
    }
}
