using System.Diagnostics;

namespace Pyventus.Conformance;

[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.All))]
public sealed class TelemetryTests(ProcessingWay way) : ConformanceTests(way)
{
    // Listeners hear the whole process; the name tells this test's emissions from those of others.
    private readonly string _event = $"telemetry.{Guid.NewGuid():N}";

    [Test]
    public async Task An_emission_is_an_activity_with_one_for_each_handler_inside_that_of_the_caller()
    {
        using var recorder = new ActivityRecorder(_event);
        Activity? inHandler = null;
        Activity? afterAwait = null;
        EventSubscriber first = Linker.Subscribe(_event, () => inHandler = Activity.Current);
        EventSubscriber second = Linker.Subscribe(_event, async () =>
        {
            await Task.Yield();
            afterAwait = Activity.Current;
            throw new NotSupportedException("{0}");
        });
        await using EventEmitter emitter = CreateEmitter();
        using var caller = new Activity("caller");
        caller.Start();
        await emitter.EmitAsync(_event, 42).InTime();
        Assert.That(Activity.Current, Is.SameAs(caller));
        caller.Stop();
        Activity emission = recorder.Stopped.Single(activity => activity.DisplayName == "emit " + _event);
        Activity[] handlers = [.. recorder.Stopped.Where(activity => activity.DisplayName == "handle " + _event)];
        Assert.That(emission.ParentSpanId, Is.EqualTo(caller.SpanId));
        Assert.That(emission.Status, Is.EqualTo(ActivityStatusCode.Error));
        Assert.That(emission.GetTagItem("pyventus.event"), Is.EqualTo(_event));
        Assert.That(emission.GetTagItem("pyventus.subscribers"), Is.EqualTo(2));
        Assert.That(emission.GetTagItem("pyventus.failures"), Is.EqualTo(1));
        Assert.That(handlers.Select(activity => activity.ParentSpanId), Is.All.EqualTo(emission.SpanId));
        Assert.That(handlers.Select(activity => (activity.GetTagItem("pyventus.handler"), activity.Status)), Is.EquivalentTo(new[]
        {
            ((object?)first.Name, ActivityStatusCode.Unset),
            (second.Name, ActivityStatusCode.Error),
        }));
        Assert.That(handlers, Does.Contain(inHandler).And.Contain(afterAwait));
    }

    [Test]
    public async Task What_a_caller_does_after_Emit_is_no_part_of_the_emission()
    {
        using var recorder = new ActivityRecorder(_event);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Linker.Subscribe(_event, () => release.Task);
        EventEmitter emitter = CreateEmitter();
        emitter.Emit(_event);
        Assert.That(Activity.Current, Is.Null);
        release.SetResult();
        await emitter.DisposeAsync().InTime();
        Assert.That(recorder.Stopped, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Emissions_handlers_and_failures_are_measured()
    {
        using var recorder = new MeasurementRecorder();
        EventSubscriber good = Linker.Subscribe(_event, () => { });
        EventSubscriber bad = Linker.Subscribe(_event, () => throw new NotSupportedException());
        await using EventEmitter emitter = CreateEmitter();
        await emitter.EmitAsync(_event).InTime();
        await emitter.EmitAsync(_event).InTime();
        Assert.That(recorder.Of("pyventus.emissions", ("event", _event)), Is.EqualTo([1d, 1d]));
        Assert.That(recorder.Of("pyventus.handler.duration", ("event", _event), ("handler", good.Name)), Has.Count.EqualTo(2).And.All.InRange(0, 60));
        Assert.That(recorder.Of("pyventus.handler.duration", ("event", _event), ("handler", bad.Name), ("error.type", "System.NotSupportedException")), Has.Count.EqualTo(2));
        Assert.That(recorder.Of("pyventus.handler.failures", ("event", _event), ("handler", bad.Name), ("error.type", "System.NotSupportedException")), Is.EqualTo([1d, 1d]));
        Assert.That(recorder.Of("pyventus.handler.failures", ("event", _event), ("handler", good.Name)), Is.Empty);
    }

    [Test]
    public async Task E11_Names_that_only_a_pattern_matches_are_one_series()
    {
        using var recorder = new MeasurementRecorder();
        EventSubscriber handler = Linker.Subscribe(_event + ".*", () => { });
        await using EventEmitter emitter = CreateEmitter();
        await emitter.EmitAsync(_event + ".1").InTime();
        await emitter.EmitAsync(_event + ".2").InTime();
        Assert.That(recorder.Of("pyventus.handler.duration", ("event", "_other"), ("handler", handler.Name)), Has.Count.GreaterThanOrEqualTo(2));
        Assert.That(recorder.Of("pyventus.emissions", ("event", _event + ".1")), Is.Empty);
    }

    [Test]
    public async Task A_listener_that_throws_disturbs_nobody()
    {
        using var error = new CapturedStandardError();
        using var recorder = new MeasurementRecorder { Thrown = new InvalidOperationException("broken listener"), ThrowsFor = _event };
        Linker.Subscribe(_event, () => Record("ran"));
        await using EventEmitter emitter = CreateEmitter();
        EmissionResult result = await emitter.EmitAsync(_event).InTime();
        Assert.That(result.IsSuccess);
        Assert.That(Calls, Is.EqualTo(["ran"]));
        Assert.That(error.ToString(), Does.Contain("broken listener").And.Contain(_event));
    }

    [Test]
    public async Task Debug_mode_without_a_logger_writes_to_standard_error()
    {
        using var error = new CapturedStandardError();
        EventSubscriber subscriber = Linker.Subscribe(_event, () => { });
        await using EventEmitter emitter = Way.Create(new EventEmitterOptions { Linker = Linker, Debug = true });
        await emitter.EmitAsync(_event).InTime();
        Assert.That(error.ToString(), Does.Contain($"Pyventus: Emitting '{_event}'").And.Contain(subscriber.Name).And.Contain($"The event '{_event}'"));
    }
}
