namespace Pyventus.Conformance;

[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.All))]
public sealed class StaticCallbackTests(ProcessingWay way)
{
    private readonly LanguageLinker _linker = new();
    private readonly CallLog _log = new();

    [Test]
    public async Task E6_The_success_callback_gets_the_result_and_does_not_run_after_a_failure()
    {
        await using EventEmitter emitter = way.CreateFor(_linker);
        Assert.That((await emitter.EmitAsync("callback.divide", _log, 1, 2).InTime()).IsSuccess);
        EmissionResult failed = await emitter.EmitAsync("callback.divide", _log, 1, 0).InTime();
        Assert.That(failed.Failures.Single().Exception, Is.InstanceOf<DivideByZeroException>());
        Assert.That(_log.Calls, Is.EqualTo(["divide 1 2", "show 0.5", "divide 1 0", "oops {0} %s {Handler}"]));
    }

    [Test]
    public async Task E6_Asynchronous_callbacks_belong_to_the_emission()
    {
        await using EventEmitter emitter = way.CreateFor(_linker);
        using var cancellation = new CancellationTokenSource();
        await emitter.EmitAsync("callback.divideAsync", _log, 1, 4, cancellation.Token).InTime();
        Assert.That(_log.Calls, Is.EqualTo(["divide 1 4", "show later 0.25 True"]));
        await emitter.EmitAsync("callback.divideAsync", _log, 1, 0).InTime();
        Assert.That(_log.Calls.Skip(2), Is.EqualTo(["divide 1 0", "oops later {0} %s {Handler}"]));
    }

    [Test]
    public async Task E9_Disposal_waits_for_asynchronous_callbacks()
    {
        EventEmitter emitter = way.CreateFor(_linker);
        emitter.Emit("callback.divideAsync", _log, 1, 4);
        await emitter.DisposeAsync().InTime();
        Assert.That(_log.Calls, Is.EqualTo(["divide 1 4", "show later 0.25 False"]));
    }

    [Test]
    public async Task E6_A_result_is_converted_to_what_the_callback_takes_and_left_out_where_it_takes_none()
    {
        await using EventEmitter emitter = way.CreateFor(_linker);
        (await emitter.EmitAsync("callback.wide", _log).InTime()).ThrowIfFailed();
        (await emitter.EmitAsync("callback.none", _log).InTime()).ThrowIfFailed();
        (await emitter.EmitAsync("callback.once", _log).InTime()).ThrowIfFailed();
        (await emitter.EmitAsync("callback.once", _log).InTime()).ThrowIfFailed();
        Assert.That(_log.Calls, Is.EqualTo(["show 1.5", "no result", "done", "once", "done"]));
    }

    [Test]
    public async Task E5_A_callback_that_throws_is_a_failure_of_its_handler_and_is_not_retried()
    {
        await using EventEmitter emitter = way.CreateFor(_linker);
        EmissionResult success = await emitter.EmitAsync("callback.broken", _log).InTime();
        Assert.That(success.Failures.Select(failure => failure.Exception.Message), Is.EquivalentTo(["callback", "callback later"]));
        EmissionResult failure = await emitter.EmitAsync("callback.brokenFailure", _log).InTime();
        Assert.That(failure.Failures.Select(found => found.Exception.Message), Is.EqualTo(["handler", "callback later"]));
        Assert.That(failure.Failures[1].Handler, Does.Contain("CallbackHandlers.BrokenFailure("));
    }

    [Test]
    public async Task E6_The_callback_of_an_instance_handler_runs_on_its_instance()
    {
        await using EventEmitter emitter = way.CreateFor(_linker);
        (await emitter.EmitAsync("callback.instance", _log).InTime()).ThrowIfFailed();
        (await emitter.EmitAsync("callback.instance", _log).InTime()).ThrowIfFailed();
        Assert.That(_log.Calls, Is.EqualTo(["handle 1", "succeeded 1 1", "handle 2", "succeeded 2 2"]));
    }

    [Test]
    public async Task L9_Default_callbacks_fill_only_the_missing_ones()
    {
        var defaults = new CallLog();
        var linker = new LanguageLinker(result => defaults.Add($"success {result}"), e => defaults.Add($"failure {e.Message}"));
        await using EventEmitter emitter = way.CreateFor(linker);
        await emitter.EmitAsync("callback.divide", _log, 4, 2).InTime();
        await emitter.EmitAsync("callback.divide", _log, 4, 0).InTime();
        Assert.That(defaults.Calls, Is.Empty);
        await emitter.EmitAsync("callback.brokenFailure", _log).InTime();
        Assert.That(defaults.Calls, Is.Empty, "it has a failure callback of its own");
        await emitter.EmitAsync("pat.other", _log).InTime();
        Assert.That(defaults.Calls, Has.Count.EqualTo(4).And.All.EqualTo("success "));
    }
}
