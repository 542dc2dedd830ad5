namespace Pyventus.Conformance;

/// <summary>
/// Calls whose event the compiler knows, as users write them. On net10.0 they are intercepted, on net8.0 they are not: what
/// they do is the same.
/// </summary>
[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.All))]
public sealed class CallSiteTests(ProcessingWay way)
{
    private readonly CallSiteLinker _linker = new();
    private readonly CallLog _log = new();

    [Test]
    public async Task E2_Arguments_of_every_type_arrive()
    {
        EventEmitter emitter = way.CreateFor(_linker);
        emitter.Emit("site.shapes", _log, "text");
        emitter.Emit("site.shapes", _log, (string?)null);
        emitter.Emit("site.shapes", _log, 1.5m);
        emitter.Emit("site.shapes", _log, (int?)2);
        emitter.Emit("site.shapes", _log, (Id: 3, Name: "ada"));
        emitter.Emit("site.shapes", _log, new { Anonymous = 4 });
        emitter.Emit("site.shapes", _log, new Hidden());
        emitter.Emit<CallLog, object>("site.shapes", _log, 5);
        EmitGeneric(emitter, "generic");
        EmitGeneric(emitter, 6L);
        await emitter.DisposeAsync().InTime();
        Assert.That(_log.Calls, Is.EquivalentTo(["text", "null", "1.5", "2", "(3, ada)", "{ Anonymous = 4 }", "hidden", "5", "generic", "6"]));
    }

    [Test]
    public async Task E2_Arguments_arrive_from_wherever_the_call_is_and_however_it_is_written()
    {
        EventEmitter emitter = way.CreateFor(_linker);
        EventEmitter? nobody = null, somebody = emitter;
        emitter.Emit(arg2: 1, arg1: _log, eventName: "site.plain");
        somebody?.Emit(eventName: "site." + "plain", _log, 2);
        somebody!.Emit($"{"site"}.plain", _log, 3);
        nobody?.Emit("site.plain", _log, -1);
        Action lambda = () => emitter.Emit("site.plain", _log, 4);
        lambda();
        Local(emitter, _log);
        await emitter.EmitAsync("site.plain", _log, 6).InTime();
        await emitter.EmitAsync(cancellationToken: CancellationToken.None, arg2: (byte)7, eventName: "site.plain", arg1: _log).InTime();
        await emitter.SiteDeclaredAsync(_log, 8).InTime();
        await emitter.DisposeAsync().InTime();
        Assert.That(_log.Calls, Is.EquivalentTo(["plain 1", "plain 2", "plain 3", "plain 4", "plain 5", "plain 6", "plain 7", "declared 8"]));

        static void Local(EventEmitter emitter, CallLog log) => emitter.Emit("site.plain", log, 5);
    }

    [Test]
    public async Task E2_Arguments_convert_to_what_the_handlers_take_of_whatever_linker()
    {
        EventLinker narrow = EventLinker.CreateEmpty(), wider = EventLinker.CreateEmpty();
        narrow.Subscribe("site.converted", (CallLog log, int number, InvalidOperationException error) => log.Add($"narrow {number} {error.Message}"));
        wider.Subscribe("site.converted", (CallLog log, double number, object error) => log.Add($"wider {number} {error.GetType().Name}"));
        EventEmitter one = way.CreateFor(_linker), two = way.CreateFor(narrow), three = way.CreateFor(wider);
        for (int round = 1; round <= 3; round++)
        {
            // The last time, what emits a changed event has the arguments as they were given.
            using EventSubscriber? dynamic = round == 3 ? _linker.Subscribe("site.converted", (CallLog log, long number) => log.Add($"dynamic {number}")) : null;
            foreach (EventEmitter emitter in new[] { one, two, three })
            {
                EmitConverted(emitter, round);
                EmissionResult result = await emitter.EmitAsync("site.converted", _log, -round, new InvalidOperationException("no")).InTime();
                Assert.That(result.SubscriberCount, Is.EqualTo(emitter == one && round == 3 ? 2 : 1));
                Assert.That(result.IsSuccess);
            }

            EmitConverted(one, round + 10);
        }

        foreach (EventEmitter emitter in new[] { one, two, three })
        {
            await emitter.DisposeAsync().InTime();
        }

        string[] expected =
        [
            .. Enumerable.Range(1, 3).SelectMany(static round => new[] { round, -round, round + 10 }).Select(static number => $"converted {number} InvalidOperationException"),
            .. new[] { 1, -1, 2, -2, 3, -3 }.SelectMany(static number => new[] { $"narrow {number} no", $"wider {number} InvalidOperationException" }),
            .. new[] { 3, -3, 13 }.Select(static number => $"dynamic {number}"),
        ];
        Assert.That(_log.Calls, Is.EquivalentTo(expected));
    }

    [Test]
    public async Task E2_Arguments_that_do_not_fit_are_refused_where_they_are_given()
    {
        _linker.Subscribe("site.refused", (CallLog log, int id) => log.Add($"taken {id}"));
        EventEmitter emitter = way.CreateFor(_linker);
        for (int round = 1; round <= 2; round++)
        {
            Assert.That(() => emitter.Emit("site.refused", _log), Throws.TypeOf<EventSignatureException>());
            Assert.That(async () => await emitter.EmitAsync("site.refused", _log, "text"), Throws.TypeOf<EventSignatureException>());
            emitter.Emit("site.refused", _log, round);
        }

        await emitter.DisposeAsync().InTime();
        Assert.That(_log.Calls, Is.EquivalentTo(["taken 1", "taken 2"]));
    }

    [Test]
    public async Task E3_Event_objects_arrive_and_null_does_not()
    {
        EventEmitter emitter = way.CreateFor(_linker);
        EmitObjects(emitter, 1);
        EmitObjects(emitter, 2);
        EmitChanged(emitter, "text");
        EmitChanged(emitter, 3);
        Assert.That(() => emitter.Emit((Shipped)null!), Throws.ArgumentNullException);
        Assert.That(async () => await emitter.EmitAsync((Shipped)null!), Throws.ArgumentNullException);
        await emitter.EmitAsync(new Shipped(_log, 4)).InTime();
        await emitter.DisposeAsync().InTime();
        Assert.That(_log.Calls, Is.EquivalentTo(["shipped 1", "moved 1", "shipped 2", "moved 2", "changed text", "shipped 4"]));
    }

    [Test]
    public async Task E4_A_once_handler_runs_for_the_first_emission_of_a_call_site()
    {
        await using EventEmitter emitter = way.CreateFor(_linker);
        for (int id = 1; id <= 3; id++)
        {
            EmissionResult result = await emitter.EmitAsync("site.once", _log, id).InTime();
            Assert.That(result.SubscriberCount, Is.EqualTo(id == 1 ? 2 : 1));
        }

        Assert.That(_log.Calls, Is.EqualTo(["once 1", "always 1", "always 2", "always 3"]));
    }

    [Test]
    public async Task E5_E7_Failures_stop_no_other_handler_and_are_heard_of()
    {
        EventEmitter emitter = way.CreateFor(_linker);
        var heard = new CallLog();
        emitter.HandlerFailed += (_, e) => heard.Add(e.Exception.Message);
        for (int round = 0; round < 2; round++)
        {
            EmissionResult result = await emitter.EmitAsync("site.failing", _log).InTime();
            Assert.That(result.SubscriberCount, Is.EqualTo(3));
            Assert.That(result.Failures.Select(static failure => failure.Exception.Message), Is.EqualTo(["failing", "faulted"]));
            Assert.That(() => emitter.Emit("site.failing", _log), Throws.Nothing);
        }

        await emitter.DisposeAsync().InTime();
        Assert.That(heard.Calls, Is.EquivalentTo(["failing", "faulted", "failing", "faulted", "failing", "faulted", "failing", "faulted"]));
        Assert.That(_log.Calls, Is.EqualTo(["after", "after", "after", "after"]));
    }

    [Test]
    public async Task E8_A_cancelled_emission_runs_nothing_and_another_brings_its_token()
    {
        await using EventEmitter emitter = way.CreateFor(_linker);
        using var cancellation = new CancellationTokenSource();
        await EmitTokenAsync(emitter, cancellation.Token);
        await cancellation.CancelAsync();
        Assert.That(async () => await EmitTokenAsync(emitter, cancellation.Token), Throws.InstanceOf<OperationCanceledException>());
        await EmitTokenAsync(emitter, CancellationToken.None);
        Assert.That(_log.Calls, Is.EqualTo(["token True", "token False"]));
    }

    [Test]
    public async Task E9_A_call_site_can_be_inside_of_its_own_handler()
    {
        EventEmitter emitter = way.CreateFor(_linker);
        emitter.Emit("site.nested", _log, emitter, 3);
        await emitter.DisposeAsync().InTime();
        Assert.That(_log.Calls, Is.EqualTo(["nested 3", "nested 2", "nested 1", "nested 0"]));
    }

    [Test]
    public async Task E7_An_emission_of_a_call_site_waits_for_its_asynchronous_handlers()
    {
        await using EventEmitter emitter = way.CreateFor(_linker);
        for (int id = 1; id <= 3; id++)
        {
            Assert.That((await emitter.EmitAsync("site.async", _log, id).InTime()).SubscriberCount, Is.EqualTo(1));
        }

        Assert.That(_log.Calls, Is.EqualTo(["async 1", "async 2", "async 3"]));
    }

    [Test]
    public async Task L5_A_call_site_serves_the_emitters_of_every_linker()
    {
        var second = new CallSiteLinker();
        EventLinker empty = EventLinker.CreateEmpty();
        second.Subscribe("site.plain", (CallLog log, int id) => log.Add($"second {id}"));
        empty.Subscribe("site.plain", (CallLog log, int id) => log.Add($"empty {id}"));
        await using EventEmitter one = way.CreateFor(_linker), two = way.CreateFor(second), three = way.CreateFor(empty);
        for (int id = 1; id <= 2; id++)
        {
            await EmitPlainAsync(one, _log, id);
            await EmitPlainAsync(two, _log, id);
            await EmitPlainAsync(three, _log, id);
        }

        Assert.That(_log.Calls, Is.EqualTo(["plain 1", "plain 1", "second 1", "empty 1", "plain 2", "plain 2", "second 2", "empty 2"]));
    }

    [Test]
    public async Task L7_A_call_site_sees_subscribers_come_and_go()
    {
        await using EventEmitter emitter = way.CreateFor(_linker);
        await EmitPlainAsync(emitter, _log, 1);
        EventSubscriber subscriber = _linker.Subscribe("site.plain", (CallLog log, int id) => log.Add($"dynamic {id}"));
        await EmitPlainAsync(emitter, _log, 2);
        EventSubscriber pattern = _linker.Subscribe("site.*", (CallLog log) => log.Add("pattern"));
        await EmitPlainAsync(emitter, _log, 3);
        subscriber.Unsubscribe();
        await EmitPlainAsync(emitter, _log, 4);
        pattern.Unsubscribe();
        await EmitPlainAsync(emitter, _log, 5);
        Assert.That(_log.Calls, Is.EqualTo(["plain 1", "plain 2", "dynamic 2", "plain 3", "dynamic 3", "pattern", "plain 4", "pattern", "plain 5"]));
    }

    [Test]
    public async Task L7_A_call_site_finds_an_event_again_that_nobody_had_subscribed_to_for_a_while()
    {
        EventLinker empty = EventLinker.CreateEmpty();
        await using EventEmitter emitter = way.CreateFor(empty);
        for (int id = 1; id <= 3; id++)
        {
            await EmitPlainAsync(emitter, _log, -id);
            using EventSubscriber subscriber = empty.Subscribe("site.plain", (CallLog log, int number) => log.Add($"dynamic {number}"));
            await EmitPlainAsync(emitter, _log, id);
        }

        Assert.That(_log.Calls, Is.EqualTo(["dynamic 1", "dynamic 2", "dynamic 3"]));
    }

    [Test]
    public async Task L5_L7_Threads_that_share_a_call_site_reach_their_own_linkers()
    {
        const int Count = 200;
        await Task.WhenAll(Enumerable.Range(1, 3).Select(number => Task.Run(() => EmitOnOwnLinkerAsync(number)))).InTime();

        async Task EmitOnOwnLinkerAsync(int number)
        {
            var linker = new CallSiteLinker();
            var log = new CallLog();
            if (number == 1)
            {
                linker.Subscribe("site.plain", (CallLog log, int id) => log.Add($"dynamic {id}"));
            }

            await using EventEmitter emitter = way.CreateFor(linker);
            for (int id = 0; id < Count; id++)
            {
                await EmitPlainAsync(emitter, log, id);
            }

            Assert.That(log.Calls, Has.Count.EqualTo(number == 1 ? 2 * Count : Count));
        }
    }

    private void EmitConverted(EventEmitter emitter, int number) => emitter.Emit("site.converted", _log, number, new InvalidOperationException("no"));

    private static async Task EmitPlainAsync(EventEmitter emitter, CallLog log, int id) =>
        (await emitter.EmitAsync("site.plain", log, id).InTime()).ThrowIfFailed();

    private async Task EmitTokenAsync(EventEmitter emitter, CancellationToken token) =>
        (await emitter.EmitAsync("site.token", _log, token).InTime()).ThrowIfFailed();

    private void EmitGeneric<T>(EventEmitter emitter, T value) => emitter.Emit("site.shapes", _log, value);

    private void EmitChanged<T>(EventEmitter emitter, T value) => emitter.Emit(new Changed<T>(_log, value));

    private void EmitObjects(EventEmitter emitter, int number)
    {
        emitter.Emit(new Shipped(_log, number));
        emitter.Emit(new Moved(_log, number));
    }

    private sealed class Hidden
    {
        public override string ToString() => "hidden";
    }
}
