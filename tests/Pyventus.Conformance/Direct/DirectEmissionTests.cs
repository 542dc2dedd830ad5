using Pyventus.CompilerServices;

namespace Pyventus.Conformance;

/// <summary>When a call site calls the handlers of a table directly, and when an emission has to do more.</summary>
[NonParallelizable]
public sealed class DirectEmissionTests
{
    private static readonly string[] _directly = ["a directly", "b directly"];

    private readonly DirectLinker _linker = CreateLinker();
    private readonly List<string> _log = [];
    private EmitTarget? _target;

    [TearDown]
    public void End() => DirectTableEvent.Instance.Thrown = null;

    [Test]
    public void L7_What_a_table_links_runs_directly_until_something_is_subscribed_and_again_when_that_is_gone()
    {
        using AsyncEventEmitter emitter = Create();
        Assert.That(Emit(emitter), Is.EqualTo(_directly));
        EventSubscriber subscriber = _linker.Subscribe<List<string>>("direct", static log => log.Add("dynamic"));
        Assert.That(Emit(emitter), Is.EqualTo([.. _directly, "dynamic"]));
        subscriber.Unsubscribe();
        Assert.That(Emit(emitter), Is.EqualTo(_directly));
    }

    [Test]
    public void L3_A_subscription_that_comes_first_runs_first()
    {
        using AsyncEventEmitter emitter = Create();
        using EventSubscriber subscriber = _linker.Subscribe<List<string>>("direct", static log => log.Add("dynamic"), new SubscribeOptions { Order = -1 });
        Assert.That(Emit(emitter), Is.EqualTo(["dynamic", "a as a delegate", "b as a delegate"]));
    }

    [Test]
    public void L8_A_removed_handler_runs_no_more()
    {
        using AsyncEventEmitter emitter = Create();
        Assert.That(Emit(emitter), Is.EqualTo(_directly));
        Assert.That(_linker.RemoveSubscriber(_linker.GetSubscribers("direct")[0]));
        Assert.That(Emit(emitter), Is.EqualTo(["b as a delegate"]));
    }

    [Test]
    public void E4_A_once_subscription_runs_once_and_then_handlers_run_directly_again()
    {
        using AsyncEventEmitter emitter = Create();
        _linker.Subscribe<List<string>>("direct", static log => log.Add("once"), new SubscribeOptions { Once = true });
        Assert.That(Emit(emitter), Is.EqualTo(["a alone", "b alone", "once"]));
        Assert.That(Emit(emitter), Is.EqualTo(_directly));
    }

    [Test]
    public void P1_A_pattern_that_matches_is_not_missed()
    {
        using AsyncEventEmitter emitter = Create();
        Assert.That(Emit(emitter), Is.EqualTo(_directly));
        using (_linker.Subscribe("*", (EventContext context) => _log.Add("pattern " + context.EventName)))
        {
            Assert.That(Emit(emitter), Has.Member("pattern direct"));
        }

        Assert.That(Emit(emitter), Is.EqualTo(_directly));
    }

    [Test]
    public void L9_Default_callbacks_of_the_linker_run()
    {
        var failures = new List<Exception>();
        _ = DirectTableEvent.Instance;
        using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = new DirectLinker(failures.Add) });
        var exception = new InvalidOperationException();
        DirectTableEvent.Instance.Thrown = exception;
        Assert.That(Emit(emitter), Is.EqualTo(["a alone", "b alone"]));
        Assert.That(failures, Is.EqualTo([exception, exception]));
    }

    [Test]
    public void E5_All_failures_of_an_emission_have_its_id()
    {
        using AsyncEventEmitter emitter = Create();
        DirectTableEvent.Instance.Thrown = new InvalidOperationException();
        using EventSubscriber subscriber = _linker.Subscribe("direct", (List<string> _) => throw DirectTableEvent.Instance.Thrown);
        var failed = new List<HandlerFailedEventArgs>();
        emitter.HandlerFailed += (_, e) => failed.Add(e);
        Emit(emitter);
        Assert.That(failed.Select(static e => e.EmissionId).Distinct().Count(), Is.EqualTo(1));
        Assert.That(failed.Select(static e => e.Handler), Is.EqualTo(["Tests!Handlers.A()#0", "Tests!Handlers.B()#0", subscriber.Name]));
        Emit(emitter);
        Assert.That(failed.Select(static e => e.EmissionId).Distinct().Count(), Is.EqualTo(2));
    }

    [Test]
    public void A5_After_disposal_a_call_site_is_refused()
    {
        AsyncEventEmitter emitter = Create();
        Assert.That(Emit(emitter), Is.EqualTo(_directly));
        emitter.Dispose();
        Assert.That(() => Emit(emitter), Throws.TypeOf<EmissionRejectedException>());
        Assert.That(async () => await EmitSite.EmitAsync(emitter, ref _target, "direct", new Payload<List<string>>(_log), CancellationToken.None), Throws.TypeOf<EmissionRejectedException>());
    }

    [Test]
    public void A_listener_that_comes_and_goes_is_told_of_the_emissions_in_between()
    {
        using AsyncEventEmitter emitter = Create();
        Emit(emitter);
        using (var recorder = new MeasurementRecorder())
        {
            Emit(emitter);
            Assert.That(recorder.Of("pyventus.emissions", ("event", "direct")), Is.EqualTo([1]));
            Assert.That(recorder.Of("pyventus.handler.duration", ("event", "direct")), Has.Count.EqualTo(2));
        }

        Assert.That(Emit(emitter), Is.EqualTo(_directly));
    }

    [Test]
    public void Emissions_in_debug_mode_are_shown()
    {
        var factory = new RecordingLoggerFactory();
        using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = _linker, Debug = true, LoggerFactory = factory });
        Assert.That(Emit(emitter), Is.EqualTo(["a alone", "b alone"]));
        Assert.That(factory.Entries, Is.Not.Empty);
    }

    [Test]
    public void L5_A_call_site_used_with_several_linkers_reaches_the_handlers_of_each()
    {
        DirectLinker other = CreateLinker();
        other.Subscribe<List<string>>("direct", static log => log.Add("other"));
        EventLinker empty = EventLinker.CreateEmpty();
        empty.Subscribe<List<string>>("direct", static log => log.Add("empty"));
        using AsyncEventEmitter first = Create();
        using var second = new AsyncEventEmitter(new EventEmitterOptions { Linker = other });
        using var third = new AsyncEventEmitter(new EventEmitterOptions { Linker = empty });
        for (int round = 0; round < 3; round++)
        {
            Assert.That(Emit(first), Is.EqualTo(_directly));
            Assert.That(Emit(second), Is.EqualTo([.. _directly, "other"]));
            Assert.That(Emit(third), Is.EqualTo(["empty"]));
        }
    }

    [Test]
    public async Task E7_An_awaited_emission_says_what_failed([Values] bool withToken)
    {
        await using AsyncEventEmitter emitter = Create();
        Emit(emitter);
        _log.Clear();
        using var cancellation = new CancellationTokenSource();
        CancellationToken token = withToken ? cancellation.Token : CancellationToken.None;
        EmissionResult result = await EmitSite.EmitAsync(emitter, ref _target, "direct", new Payload<List<string>>(_log), token);
        Assert.That(_log, Is.EqualTo(withToken ? ["a by fan-out", "b by fan-out"] : _directly));
        Assert.That((result.SubscriberCount, result.IsSuccess), Is.EqualTo((2, true)));
        DirectTableEvent.Instance.Thrown = new InvalidOperationException();
        result = await EmitSite.EmitAsync(emitter, ref _target, "direct", new Payload<List<string>>(_log), token);
        Assert.That((result.SubscriberCount, result.FailureCount), Is.EqualTo((2, 2)));
    }

    [Test]
    public async Task E5_Who_awaits_an_emission_hears_of_its_failures_and_standard_error_does_not()
    {
        await using AsyncEventEmitter emitter = Create();
        DirectTableEvent.Instance.Thrown = new InvalidOperationException("heard");
        Emit(emitter);
        using var standardError = new CapturedStandardError();
        await EmitSite.EmitAsync(emitter, ref _target, "direct", new Payload<List<string>>(_log), CancellationToken.None);
        Assert.That(standardError.ToString(), Does.Not.Contain("heard"));
        Emit(emitter);
        Assert.That(standardError.ToString(), Does.Contain("heard"));
    }

    [Test]
    public void E8_A_cancelled_token_runs_nothing()
    {
        using AsyncEventEmitter emitter = Create();
        Emit(emitter);
        _log.Clear();
        Assert.That(
            async () => await EmitSite.EmitAsync(emitter, ref _target, "direct", new Payload<List<string>>(_log), new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(_log, Is.Empty);
    }

    [Test]
    public void E2_Sites_with_other_payloads_are_converted_or_refused()
    {
        using AsyncEventEmitter emitter = Create();
        EmitTarget? wider = null;
        EmitTarget? wrong = null;
        for (int round = 0; round < 2; round++)
        {
            Assert.That(Emit(emitter), Is.EqualTo(_directly));
            var log = new LogList();
            EmitSite.Emit(emitter, ref wider, "direct", new Payload<LogList>(log));
            Assert.That(log, Is.EqualTo(_directly));
            Assert.That(() => EmitSite.Emit(emitter, ref wrong, "direct", new Payload<int>(1)), Throws.TypeOf<EventSignatureException>());
        }

        Assert.That((wider, wrong), Is.EqualTo(((EmitTarget?)null, (EmitTarget?)null)));
    }

    [Test]
    public void E11_Call_sites_of_events_that_nobody_linked_keep_nothing_of_their_events()
    {
        using AsyncEventEmitter emitter = Create();
        EmitTarget? other = null;
        for (int round = 0; round < 3; round++)
        {
            EmitSite.Emit(emitter, ref _target, "nobody", new Payload<int>(1));
            EmitSite.EmitObject(emitter, ref other, new Version(1, 2));
        }

        Assert.That(_target, Is.SameAs(other));
        using EventSubscriber subscriber = _linker.Subscribe<int>("nobody", number => _log.Add($"{number}"));
        EmitSite.Emit(emitter, ref _target, "nobody", new Payload<int>(2));
        Assert.That(_log, Is.EqualTo(["2"]));
    }

    [Test]
    public void L8_A_call_site_finds_an_event_that_was_forgotten_and_linked_again()
    {
        using AsyncEventEmitter emitter = Create();
        for (int round = 0; round < 3; round++)
        {
            using EventSubscriber subscriber = _linker.Subscribe<int>("again", number => _log.Add($"{number}"));
            EmitSite.Emit(emitter, ref _target, "again", new Payload<int>(round));
            emitter.Emit("again", 10 + round);
        }

        EmitSite.Emit(emitter, ref _target, "again", new Payload<int>(99));
        emitter.Emit("again", 99);
        Assert.That(_log, Is.EqualTo(["0", "10", "1", "11", "2", "12"]));
    }

    [Test]
    public void P1_A_call_site_of_a_name_that_only_patterns_match_hears_of_their_changes()
    {
        using AsyncEventEmitter emitter = Create();
        EventSubscriber first = _linker.Subscribe("site.*", (EventContext _) => _log.Add("first"));
        EmitSite.Emit(emitter, ref _target, "site.matched", new Payload<int>(1));
        for (int other = 0; other < 2000; other++)
        {
            // As many names as make the linker forget those it matched before.
            emitter.Emit($"site.{other}", 0);
        }

        _log.Clear();
        using EventSubscriber second = _linker.Subscribe("site.**", (EventContext _) => _log.Add("second"));
        EmitSite.Emit(emitter, ref _target, "site.matched", new Payload<int>(2));
        first.Unsubscribe();
        EmitSite.Emit(emitter, ref _target, "site.matched", new Payload<int>(3));
        Assert.That(_log, Is.EqualTo(["first", "second", "second"]));
    }

    private static DirectLinker CreateLinker()
    {
        _ = DirectTableEvent.Instance;
        return new DirectLinker();
    }

    private AsyncEventEmitter Create() => new(new EventEmitterOptions { Linker = _linker });

    private List<string> Emit(EventEmitter emitter)
    {
        _log.Clear();
        EmitSite.Emit(emitter, ref _target, "direct", new Payload<List<string>>(_log));
        return _log;
    }
}
