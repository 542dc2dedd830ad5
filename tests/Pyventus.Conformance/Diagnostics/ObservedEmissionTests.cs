using System.Diagnostics;

namespace Pyventus.Conformance;

/// <summary>Whoever looks at emissions changes nothing about them, and sees what there was.</summary>
[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.All))]
public sealed class ObservedEmissionTests(ProcessingWay way) : ConformanceTests(way)
{
    private readonly string _event = $"observed.{Guid.NewGuid():N}";

    [Test]
    public async Task E2_An_emission_that_does_not_fit_is_not_shown()
    {
        using var activities = new ActivityRecorder(_event);
        using var measurements = new MeasurementRecorder();
        using var logs = new RecordingLoggerFactory();
        Linker.Subscribe(_event, (int number) => Record($"{number}"));
        await using EventEmitter emitter = Way.Create(new EventEmitterOptions { Linker = Linker, LoggerFactory = logs, Debug = true });
        Assert.That(() => emitter.Emit(_event, "text"), Throws.TypeOf<EventSignatureException>());
        Assert.That(async () => await emitter.EmitAsync(_event, "text").InTime(), Throws.TypeOf<EventSignatureException>());
        Assert.That(Activity.Current, Is.Null);
        Assert.That(activities.Stopped, Is.Empty);
        Assert.That(measurements.Of("pyventus.emissions", ("event", _event)), Is.Empty);
        Assert.That(logs.Entries, Is.Empty);
    }

    [Test]
    public async Task E8_A_cancellation_is_not_measured_as_a_failure()
    {
        using var activities = new ActivityRecorder(_event);
        using var measurements = new MeasurementRecorder();
        using var source = new CancellationTokenSource();
        Linker.Subscribe(_event, (CancellationToken token) =>
        {
            source.Cancel();
            return Task.FromCanceled(token);
        });
        await using EventEmitter emitter = CreateEmitter();
        Assert.That(async () => await emitter.EmitAsync(_event, source.Token).InTime(), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(measurements.Of("pyventus.handler.failures", ("event", _event)), Is.Empty);
        Assert.That(measurements.Of("pyventus.handler.duration", ("event", _event), ("error.type", typeof(TaskCanceledException).FullName!)), Has.Count.EqualTo(1));
        Assert.That(activities.Stopped.Select(static activity => activity.Status), Is.EqualTo(new[] { ActivityStatusCode.Unset, ActivityStatusCode.Unset }));
    }

    [Test]
    public async Task E12_The_baggage_of_the_callers_activity_reaches_handlers()
    {
        using var recorder = new ActivityRecorder(_event);
        string? baggage = null;
        Linker.Subscribe(_event, () => baggage = Activity.Current?.GetBaggageItem("tenant"));
        await using EventEmitter emitter = CreateEmitter();
        using (var caller = new Activity("caller"))
        {
            caller.AddBaggage("tenant", "42");
            caller.Start();
            await emitter.EmitAsync(_event).InTime();
        }

        Assert.That(baggage, Is.EqualTo(Way.FlowsExecutionContext ? "42" : null));
    }

    [Test]
    public async Task A_listener_that_throws_at_the_start_of_an_activity_leaves_none_behind()
    {
        using var error = new CapturedStandardError();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Pyventus",
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
                options.Name.EndsWith(_event, StringComparison.Ordinal) ? ActivitySamplingResult.AllData : ActivitySamplingResult.None,
            ActivityStarted = activity => throw new InvalidOperationException("broken at the start"),
        };
        ActivitySource.AddActivityListener(listener);
        Linker.Subscribe(_event, () => Record("ran"));
        await using EventEmitter emitter = CreateEmitter();
        ValueTask<EmissionResult> emission = emitter.EmitAsync(_event);
        Assert.That(Activity.Current, Is.Null);
        Assert.That((await emission.InTime()).IsSuccess);
        Assert.That(Calls, Is.EqualTo(["ran"]));
        Assert.That(error.ToString(), Does.Contain("broken at the start"));
    }

    [Test]
    public async Task E1_A_listener_that_throws_for_an_unhandled_emission_disturbs_nobody()
    {
        using var error = new CapturedStandardError();
        using var recorder = new MeasurementRecorder { Thrown = new InvalidOperationException("broken listener"), ThrowsFor = "_other" };
        await using EventEmitter emitter = CreateEmitter();
        emitter.Emit("nobody");
        await emitter.EmitAsync("nobody").InTime();
        Assert.That(error.ToString(), Does.Contain("broken listener"));
    }

    [Test]
    public async Task E1_A_logger_that_throws_for_an_unhandled_emission_disturbs_nobody([Values] bool debug)
    {
        using var error = new CapturedStandardError();
        using var logs = new RecordingLoggerFactory { Thrown = new InvalidOperationException("broken logger") };
        await using EventEmitter emitter = Way.Create(new EventEmitterOptions { Linker = Linker, LoggerFactory = logs, Debug = debug });
        emitter.Emit("nobody");
        await emitter.EmitAsync("nobody").InTime();
        Assert.That(error.ToString(), Does.Contain("broken logger"));
    }
}
