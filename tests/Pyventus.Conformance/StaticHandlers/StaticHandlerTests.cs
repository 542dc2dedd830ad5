namespace Pyventus.Conformance;

[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.All))]
public sealed class StaticHandlerTests(ProcessingWay way)
{
    private readonly StaticLinker _linker = new();
    private readonly List<string> _calls = [];

    [Test]
    public async Task L3_Static_handlers_run_by_Order_then_by_type_then_as_declared()
    {
        await using EventEmitter emitter = way.CreateFor(_linker);
        await emitter.EmitAsync("ordered", _calls).InTime();
        Assert.That(_calls, Is.EqualTo(["B.First", "A.Z", "A.M", "A.A", "A+Nested.N", "B.Z", "B.A", "A.Last"]));
    }

    [Test]
    public async Task L3_Static_handlers_run_before_dynamic_ones_of_the_same_Order()
    {
        _linker.Subscribe("ordered", (List<string> calls) => calls.Add("dynamic"));
        _linker.Subscribe("ordered", (List<string> calls) => calls.Add("dynamic first"), new SubscribeOptions { Order = -1 });
        await using EventEmitter emitter = way.CreateFor(_linker);
        await emitter.EmitAsync("ordered", _calls).InTime();
        Assert.That(_calls, Is.EqualTo(["B.First", "dynamic first", "A.Z", "A.M", "A.A", "A+Nested.N", "B.Z", "B.A", "dynamic", "A.Last"]));
    }

    [Test]
    public async Task L4_Two_attributes_on_a_method_are_two_subscribers()
    {
        await using EventEmitter emitter = way.CreateFor(_linker);
        EmissionResult result = await emitter.EmitAsync("twice", _calls).InTime();
        Assert.That(_calls, Is.EqualTo(["twice", "twice"]));
        Assert.That(result.SubscriberCount, Is.EqualTo(2));
        Assert.That(_linker.GetSubscribers("twice").Select(subscriber => subscriber.Name[^2..]), Is.EqualTo(["#0", "#1"]));
    }

    [Test]
    public async Task L5_Each_linker_type_has_its_own_handlers()
    {
        await using EventEmitter emitter = way.CreateFor(new OtherStaticLinker());
        await emitter.EmitAsync("ordered", _calls).InTime();
        Assert.That(_calls, Is.EqualTo(["other"]));
        Assert.That((await emitter.EmitAsync("twice", _calls).InTime()).SubscriberCount, Is.Zero);
        await using EventEmitter ofDefault = way.CreateFor(new EventLinker());
        Assert.That((await ofDefault.EmitAsync("ordered", _calls).InTime()).SubscriberCount, Is.Zero);
        await using EventEmitter ofEmpty = way.CreateFor(EventLinker.CreateEmpty());
        Assert.That((await ofEmpty.EmitAsync("library.shared", _calls).InTime()).SubscriberCount, Is.Zero);
    }

    [Test]
    public async Task E2_Handlers_take_a_leading_part_converted()
    {
        await using EventEmitter emitter = way.CreateFor(_linker);
        (await emitter.EmitAsync("part", _calls, 7, "x").InTime()).ThrowIfFailed();
        Assert.That(_calls, Is.EqualTo(["whole 7 x", "leading 7", "special False x 7"]));
    }

    [Test]
    public async Task E2_An_emission_is_converted_to_the_contract_or_refused_before_anything_runs()
    {
        await using EventEmitter emitter = way.CreateFor(_linker);
        string name = "part";
        (await emitter.EmitAsync(name, _calls, (short)7, "x").InTime()).ThrowIfFailed();
        Assert.That(_calls, Is.EqualTo(["whole 7 x", "leading 7", "special False x 7"]));
        foreach (Action emit in new Action[]
        {
            () => emitter.Emit(name),
            () => emitter.Emit(name, _calls),
            () => emitter.Emit(name, _calls, 7),
            () => emitter.Emit(name, _calls, 7L, "x"),
            () => emitter.Emit(name, _calls, 7, "x", "more"),
            () => emitter.Emit(name, (object)_calls, 7, "x"),
            () => emitter.EmitAsync(name, "x").AsTask().GetAwaiter().GetResult(),
        })
        {
            Assert.That(emit, Throws.InstanceOf<EventSignatureException>().With.Message.Contains("'part'").And.Message.Contains(", int id, string name)"));
        }

        Assert.That(_calls, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task E2_Missing_arguments_take_their_defaults()
    {
        await using EventEmitter emitter = way.CreateFor(_linker);
        await emitter.EmitAsync("optional", _calls).InTime();
        await emitter.EmitAsync("optional", _calls, "Ada").InTime();
        await emitter.EmitAsync("optional", _calls, "Ada", 3).InTime();
        await emitter.EmitAsync("optional", _calls, "Ada", 3, (DayOfWeek?)null).InTime();
        await emitter.EmitAsync("optional", _calls, "Ada", (byte)4, DayOfWeek.Monday).InTime();
        Assert.That(_calls, Is.EqualTo(["World 2 Friday", "Ada 2 Friday", "Ada 3 Friday", "Ada 3 ", "Ada 4 Monday"]));
    }

    [Test]
    public async Task E3_Event_objects_are_dispatched_on_their_run_time_type()
    {
        await using EventEmitter emitter = way.CreateFor(_linker);
        StaticEventBase derived = new StaticEvent(_calls);
        await emitter.EmitAsync(derived).InTime();
        await emitter.EmitAsync<object>(new StaticEventBase(_calls)).InTime();
        Assert.That(_calls, Is.EqualTo(["exact", "as base StaticEvent", "mixed ", "base"]));
    }

    [Test]
    public async Task E5_A_failure_names_the_handler_by_its_stable_id()
    {
        await using EventEmitter emitter = way.CreateFor(_linker);
        EmissionResult result = await emitter.EmitAsync("failure").InTime();
        Assert.That(result.SubscriberCount, Is.EqualTo(3));
        Assert.That(result.Failures.ToDictionary(failure => failure.Handler, failure => failure.Exception.Message), Is.EquivalentTo(new Dictionary<string, string>
        {
            ["Pyventus.Conformance!Pyventus.Conformance.ContractHandlers.Throw()#0"] = "sync",
            ["Pyventus.Conformance!Pyventus.Conformance.ContractHandlers.ThrowLaterAsync()#0"] = "async",
            ["Pyventus.Conformance!Pyventus.Conformance.ContractHandlers.NoTask()#0"] = "The handler returned null instead of a task; return Task.CompletedTask.",
        }));
    }

    [Test]
    public async Task E6_L9_Default_success_callbacks_get_the_results_of_static_handlers()
    {
        var results = new List<object?>();
        var linker = new StaticLinker(result =>
        {
            lock (results)
            {
                results.Add(result);
            }
        });
        await using EventEmitter emitter = way.CreateFor(linker);
        (await emitter.EmitAsync("result").InTime()).ThrowIfFailed();
        Assert.That(results, Is.EquivalentTo(new object?[] { 1, "two", 3.5, null, null }));
    }

    [Test]
    public async Task E8_The_token_reaches_static_handlers()
    {
        await using EventEmitter emitter = way.CreateFor(_linker);
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var cancellation = new CancellationTokenSource();
        Task<EmissionResult> emission = emitter.EmitAsync("cancel", started, cancellation.Token).AsTask();
        await started.Task.InTime();
        await cancellation.CancelAsync();
        Assert.That(async () => await emission.InTime(), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task E10_ForceAsync_moves_a_static_handler_to_the_pool()
    {
        using var release = new ManualResetEventSlim();
        EventEmitter emitter = way.CreateFor(_linker);
        if (way is { RunsOnCaller: true, EmitWaits: false })
        {
            // Emit returns although the handler blocks.
            emitter.Emit("forced", _calls, release);
            release.Set();
        }
        else
        {
            release.Set();
            emitter.Emit("forced", _calls, release);
        }

        await emitter.DisposeAsync().InTime();
        Assert.That(_calls, Is.EqualTo(["forced True"]));
    }

    [Test]
    public async Task Instances_come_from_the_constructor_one_per_linker()
    {
        await using EventEmitter emitter = way.CreateFor(_linker);
        await using EventEmitter other = way.CreateFor(new StaticLinker());
        var instances = new List<object>();
        await emitter.EmitAsync("instance", instances).InTime();
        await emitter.EmitAsync("instance", instances).InTime();
        await other.EmitAsync("instance", instances).InTime();
        Assert.That(instances, Has.Count.EqualTo(6));
        Assert.That(instances.Distinct().Count(), Is.EqualTo(2));
        Assert.That(instances[..4], Is.All.SameAs(instances[0]));
    }

    [Test]
    public async Task Instances_come_from_the_services_first()
    {
        var service = new InstanceHandlers();
        await using EventEmitter emitter = way.Create(new EventEmitterOptions { Linker = _linker, Services = new SingleServiceProvider(service) });
        var instances = new List<object>();
        await emitter.EmitAsync("instance", instances).InTime();
        Assert.That(instances, Has.Count.EqualTo(2).And.All.SameAs(service));
    }

    [Test]
    public async Task Instances_that_nobody_can_make_are_failures_that_say_what_to_do()
    {
        await using EventEmitter without = way.CreateFor(_linker);
        EmissionResult failed = await without.EmitAsync("dependent", _calls).InTime();
        Assert.That(failed.Failures.Single().Exception, Is.InstanceOf<InvalidOperationException>().With.Message.Contains("EventEmitterOptions.Services"));
        await using EventEmitter with = way.Create(new EventEmitterOptions { Linker = _linker, Services = new SingleServiceProvider(new DependentHandlers("service")) });
        await with.EmitAsync("dependent", _calls).InTime();
        Assert.That(_calls, Is.EqualTo(["service"]));
    }
}
