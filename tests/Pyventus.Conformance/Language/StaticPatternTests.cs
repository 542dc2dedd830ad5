namespace Pyventus.Conformance;

[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.All))]
public sealed class StaticPatternTests(ProcessingWay way)
{
    private readonly LanguageLinker _linker = new();
    private readonly CallLog _log = new();

    [Test]
    public async Task P1_P2_L3_A_known_event_runs_the_handlers_of_its_patterns_once_and_in_order()
    {
        await using EventEmitter emitter = way.CreateFor(_linker);
        (await emitter.EmitAsync("pat.named", _log, 7).InTime()).ThrowIfFailed();
        (await emitter.EmitAsync("pat.named", _log, 8).InTime()).ThrowIfFailed();
        Assert.That(_log.Calls, Is.EqualTo(["named 7", "one", "any pat.named 7", "several", "once", "named 8", "one", "any pat.named 8", "several"]));
    }

    [Test]
    public async Task P1_L3_An_event_that_only_patterns_match_runs_them_in_the_same_order_with_their_defaults()
    {
        await using EventEmitter emitter = way.CreateFor(_linker);
        (await emitter.EmitAsync("pat.other", _log).InTime()).ThrowIfFailed();
        (await emitter.EmitAsync("pat.a.b", _log, (short)5, "more").InTime()).ThrowIfFailed();
        (await emitter.EmitAsync("pat", _log).InTime()).ThrowIfFailed();
        Assert.That(_log.Calls, Is.EqualTo(["one", "any pat.other -1", "several", "once", "any pat.a.b 5", "any pat -1"]));
    }

    [Test]
    public async Task P1_The_context_of_a_pattern_handler_has_the_arguments_of_the_emission()
    {
        await using EventEmitter emitter = way.CreateFor(_linker);
        (await emitter.EmitAsync("context.one", _log, 1, "ada").InTime()).ThrowIfFailed();
        (await emitter.EmitAsync("context.two", _log).InTime()).ThrowIfFailed();
        Assert.That(_log.Calls, Is.EqualTo(["context.one 1 ada", "context.two "]));
    }

    [Test]
    public async Task L7_A_pattern_handler_that_is_removed_leaves_every_event_it_matched()
    {
        EventSubscriber one = _linker.GetSubscribers("pat.*").Single(subscriber => subscriber.Name.Contains(".One(", StringComparison.Ordinal));
        await using EventEmitter emitter = way.CreateFor(_linker);
        await emitter.EmitAsync("pat.named", _log, 1).InTime();
        Assert.That(one.Unsubscribe());
        await emitter.EmitAsync("pat.named", _log, 2).InTime();
        await emitter.EmitAsync("pat.other", _log).InTime();
        Assert.That(_log.Calls.Count(static call => call == "one"), Is.EqualTo(1));
        Assert.That(_log.Calls, Has.Member("named 2"));
    }

    [Test]
    public async Task L7_A_handler_unlinked_from_the_name_still_gets_it_by_its_pattern()
    {
        EventSubscriber several = _linker.GetSubscribers("pat.named").Single(subscriber => subscriber.Name.Contains(".Several(", StringComparison.Ordinal));
        Assert.That(_linker.GetEvents(several), Is.EquivalentTo(new EventKey[] { "pat.*", "pat.named", "*.named" }));
        Assert.That(_linker.Remove("pat.named", several));
        await using EventEmitter emitter = way.CreateFor(_linker);
        await emitter.EmitAsync("pat.named", _log, 1).InTime();
        Assert.That(_log.Calls.Count(static call => call == "several"), Is.EqualTo(1));
    }

    [Test]
    public async Task P4_A_known_type_runs_the_handlers_of_its_base_types()
    {
        await using EventEmitter emitter = way.CreateFor(_linker);
        await emitter.EmitAsync(new DerivedEvent(_log)).InTime();
        await emitter.EmitAsync<BaseEvent>(new DerivedEvent(_log)).InTime();
        await emitter.EmitAsync(new BaseEvent(_log)).InTime();
        string[] derived = ["exact", "base DerivedEvent", "logged"];
        Assert.That(_log.Calls, Is.EqualTo([.. derived, .. derived, "base BaseEvent", "logged", "only base"]));
    }

    [Test]
    public async Task P4_A_type_that_no_table_knows_runs_the_handlers_of_its_base_types()
    {
        await using EventEmitter emitter = way.CreateFor(_linker);
        await emitter.EmitAsync(new UnhandledDerivedEvent(_log)).InTime();
        await emitter.EmitAsync<object>(new UnhandledDerivedEvent(_log)).InTime();
        Assert.That(_log.Calls, Is.EqualTo(["base UnhandledDerivedEvent", "logged", "base UnhandledDerivedEvent", "logged"]));
    }

    [Test]
    public async Task P1_Dynamic_subscribers_and_compile_time_handlers_of_patterns_meet()
    {
        _linker.Subscribe("pat.named", (CallLog log, int number) => log.Add($"dynamic {number}"));
        _linker.Subscribe("**", (EventContext context) => CallLog.Of(context).Add("dynamic all"), new SubscribeOptions { Order = -1 });
        await using EventEmitter emitter = way.CreateFor(_linker);
        await emitter.EmitAsync("pat.named", _log, 1).InTime();
        Assert.That(_log.Calls, Is.EqualTo(["dynamic all", "named 1", "one", "dynamic 1", "any pat.named 1", "several", "once"]));
    }
}
