namespace Pyventus.Conformance;

[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.All))]
public sealed class PatternTests(ProcessingWay way) : ConformanceTests(way)
{
    [TestCase("order.*", "order.placed", true)]
    [TestCase("order.*", "order.", true)]
    [TestCase("order.*", "order", false)]
    [TestCase("order.*", "order.placed.late", false)]
    [TestCase("order.*", "Order.placed", false)]
    [TestCase("*", "order", true)]
    [TestCase("*", "order.placed", false)]
    [TestCase("*.placed", "order.placed", true)]
    [TestCase("*.placed", "placed", false)]
    [TestCase("order.**", "order", true)]
    [TestCase("order.**", "order.placed", true)]
    [TestCase("order.**", "order.placed.late", true)]
    [TestCase("order.**", "orders.placed", false)]
    [TestCase("**.late", "late", true)]
    [TestCase("**.late", "order.placed.late", true)]
    [TestCase("**.late", "order.late.placed", false)]
    [TestCase("a.**.z", "a.z", true)]
    [TestCase("a.**.z", "a.b.c.z", true)]
    [TestCase("a.**.z", "a.z.b", false)]
    [TestCase("a.**.c.**", "a.b.c.b", true)]
    [TestCase("**.b.**.b", "b.a.b", true)]
    [TestCase("**.b.**.b", "b", false)]
    [TestCase("*.*", "a.b", true)]
    [TestCase("*.**", "a", true)]
    [TestCase("**.**", "a.b.c", true)]
    [TestCase("**", "a.b.c", true)]
    public async Task P1_An_asterisk_is_one_segment_and_two_are_any_number(string pattern, string name, bool matches)
    {
        Linker.Subscribe(pattern, (EventContext context) => Record(context.EventName));
        await using EventEmitter emitter = CreateEmitter();
        EmissionResult first = await emitter.EmitAsync(name).InTime();
        EmissionResult again = await emitter.EmitAsync(name, 42).InTime();
        Assert.That((first.SubscriberCount, again.SubscriberCount), Is.EqualTo(matches ? (1, 1) : (0, 0)));
        Assert.That(Calls, Is.EqualTo(matches ? [name, name] : Array.Empty<string>()));
    }

    [Test]
    public async Task P1_Two_asterisks_alone_are_every_event_and_event_objects_too()
    {
        Linker.Subscribe(EventPattern.All, (EventContext context) => Record($"{context.Event} {string.Join(' ', context.Arguments)}"));
        Linker.Subscribe("*", (EventContext context) => Record($"segment {context.Event}"));
        await using EventEmitter emitter = CreateEmitter();
        await emitter.EmitAsync("e", 1, "x").InTime();
        await emitter.EmitAsync(new Leaf()).InTime();
        await emitter.EmitAsync<object>(new Leaf()).InTime();
        string leaf = typeof(Leaf).FullName!;
        Assert.That(Calls, Is.EqualTo(["e 1 x", "segment e", $"{leaf} leaf", $"{leaf} leaf"]));
    }

    [Test]
    public async Task P1_A_handler_of_a_pattern_takes_a_leading_part_and_what_does_not_fit_rejects_the_emission()
    {
        Linker.Subscribe("order.*", (long id) => Record($"{id}"));
        await using EventEmitter emitter = CreateEmitter();
        await emitter.EmitAsync("order.placed", 42, "ada").InTime();
        Assert.That(() => emitter.Emit("order.placed", "ada"), Throws.TypeOf<EventSignatureException>().With.Message.Contains("order.placed").And.Message.Contains("(long)"));
        Assert.That(() => emitter.Emit("order.placed"), Throws.TypeOf<EventSignatureException>());
        Assert.That(Calls, Is.EqualTo(["42"]));
    }

    [Test]
    public async Task P2_A_subscriber_that_matches_in_several_ways_runs_once()
    {
        Linker.Subscribe(["order.placed", "order.*", "*.placed", "**", typeof(Leaf), typeof(Base)], (EventContext context) => Record(context.EventName), new SubscribeOptions { IncludeDerived = true });
        await using EventEmitter emitter = CreateEmitter();
        EmissionResult named = await emitter.EmitAsync("order.placed").InTime();
        EmissionResult typed = await emitter.EmitAsync(new Leaf()).InTime();
        Assert.That((named.SubscriberCount, typed.SubscriberCount), Is.EqualTo((1, 1)));
        Assert.That(Calls, Is.EqualTo(["order.placed", typeof(Leaf).FullName!]));
    }

    [Test]
    public async Task P2_A_once_subscriber_of_patterns_runs_a_single_time()
    {
        Linker.Subscribe(["order.*", "user.*"], (EventContext context) => Record(context.EventName), new SubscribeOptions { Once = true });
        await using EventEmitter emitter = CreateEmitter();
        await emitter.EmitAsync("user.created").InTime();
        await emitter.EmitAsync("order.placed").InTime();
        await emitter.EmitAsync("user.created").InTime();
        Assert.That(Calls, Is.EqualTo(["user.created"]));
        Assert.That(Linker.IsEmpty);
    }

    [Test]
    public async Task P3_Emitting_all_reaches_the_catch_all_subscribers_only()
    {
        Linker.Subscribe("**", () => Record("all"));
        Linker.Subscribe("*", () => Record("one"));
        Linker.Subscribe("e", () => Record("e"));
        await using EventEmitter emitter = CreateEmitter();
        Assert.That((await emitter.EmitAsync("**").InTime()).SubscriberCount, Is.EqualTo(1));
        Assert.That(Calls, Is.EqualTo(["all"]));
        Linker.RemoveEvent("**");
        Assert.That((await emitter.EmitAsync("**").InTime()).SubscriberCount, Is.Zero);
    }

    [Test]
    public async Task P3_Emitting_another_pattern_is_an_error_that_says_what_to_write([Values("order.*", "*", "**.placed")] string pattern, [Values] bool linked)
    {
        if (linked)
        {
            Linker.Subscribe(pattern, () => Record("ran"));
        }

        await using EventEmitter emitter = CreateEmitter();
        Assert.That(() => emitter.Emit(pattern), Throws.ArgumentException.With.Message.Contains("is a pattern").And.Message.Contains("emit a name without '*'"));
        Assert.That(() => emitter.EmitAsync(pattern, 1).AsTask().GetAwaiter().GetResult(), Throws.ArgumentException.With.Message.Contains("is a pattern"));
        Assert.That(Calls, Is.Empty);
    }

    [Test]
    public async Task P4_A_handler_that_includes_derived_types_gets_them_as_they_are()
    {
        var options = new SubscribeOptions { IncludeDerived = true };
        Linker.Subscribe((Base e) => Record($"base {e}"), options);
        Linker.Subscribe((IMarked e) => Record($"interface {e}"), options);
        Linker.Subscribe((Base _) => Record("exactly base"));
        Linker.Subscribe(
            async (Leaf e) =>
            {
                await Task.Yield();
                Record($"leaf {e}");
            },
            new SubscribeOptions { Order = 1 });
        await using EventEmitter emitter = CreateEmitter();
        Assert.That((await emitter.EmitAsync(new Leaf()).InTime()).SubscriberCount, Is.EqualTo(3));
        Assert.That((await emitter.EmitAsync<Base>(new Leaf()).InTime()).SubscriberCount, Is.EqualTo(3));
        Assert.That((await emitter.EmitAsync(new Base()).InTime()).SubscriberCount, Is.EqualTo(2));
        string[] leaf = ["base leaf", "interface leaf", "leaf leaf"];
        Assert.That(Calls, Is.EqualTo([.. leaf, .. leaf, "base base", "exactly base"]));
    }

    [Test]
    public async Task P4_Exceptions_are_events_of_their_type_and_its_bases()
    {
        Linker.Subscribe((Exception e) => Record(e.Message), new SubscribeOptions { IncludeDerived = true });
        await using EventEmitter emitter = CreateEmitter();
        await emitter.EmitAsync(new ArgumentNullException("x", "null")).InTime();
        await emitter.EmitAsync(new InvalidOperationException("{0} broken")).InTime();
        Assert.That(Calls, Is.EqualTo(["null (Parameter 'x')", "{0} broken"]));
    }

    [Test]
    public async Task P4_An_array_is_derived_from_one_of_a_base_type_and_not_from_one_of_another_number()
    {
        Linker.Subscribe((object[] e) => Record($"objects {e.Length}"), new SubscribeOptions { IncludeDerived = true });
        Linker.Subscribe((int[] e) => Record($"numbers {e.Length}"), new SubscribeOptions { IncludeDerived = true });
        await using EventEmitter emitter = CreateEmitter();
        await emitter.EmitAsync(new string[1]).InTime();
        await emitter.EmitAsync(new uint[2]).InTime();
        await emitter.EmitAsync(new int[3]).InTime();
        Assert.That(Calls, Is.EqualTo(["objects 1", "numbers 3"]));
    }

    [Test]
    public async Task L3_Subscribers_of_an_event_and_of_its_patterns_run_in_one_order()
    {
        Linker.Subscribe("**", () => Record("all"), new SubscribeOptions { Order = 5 });
        Linker.Subscribe("order.*", () => Record("pattern"));
        Linker.Subscribe("order.placed", () => Record("name"));
        Linker.Subscribe("*.placed", () => Record("first"), new SubscribeOptions { Order = -1 });
        Linker.Subscribe("order.*", () => Record("last"));
        await using EventEmitter emitter = Way.Create(new EventEmitterOptions { Linker = Linker, FanOut = FanOut.Sequential });
        await emitter.EmitAsync("order.placed").InTime();
        Assert.That(Calls, Is.EqualTo(["first", "pattern", "name", "last", "all"]));
    }

    [Test]
    public async Task L7_A_pattern_that_comes_or_goes_takes_effect_with_the_next_emission()
    {
        await using EventEmitter emitter = CreateEmitter();
        async Task<int> CountAsync(string name) => (await emitter.EmitAsync(name).InTime()).SubscriberCount;

        Linker.Subscribe("order.placed", () => { });
        Assert.That((await CountAsync("order.placed"), await CountAsync("order.other")), Is.EqualTo((1, 0)));
        EventSubscriber pattern = Linker.Subscribe("order.*", () => { });
        Assert.That((await CountAsync("order.placed"), await CountAsync("order.other")), Is.EqualTo((2, 1)));
        EventSubscriber named = Linker.Subscribe("order.other", () => { });
        Assert.That((await CountAsync("order.placed"), await CountAsync("order.other")), Is.EqualTo((2, 2)));
        Assert.That(pattern.Unsubscribe());
        Assert.That((await CountAsync("order.placed"), await CountAsync("order.other")), Is.EqualTo((1, 1)));
        Assert.That(named.Unsubscribe());
        Assert.That((await CountAsync("order.placed"), await CountAsync("order.other")), Is.EqualTo((1, 0)));
    }

    [Test]
    public void L8_A_pattern_is_an_event_of_its_own_in_queries()
    {
        EventSubscriber subscriber = Linker.Subscribe(["order.*", "order.placed"], _ => { });
        Assert.That(Linker.Events, Is.EquivalentTo(new EventKey[] { "order.*", "order.placed" }));
        Assert.That(Linker.GetSubscribers("order.*"), Is.EqualTo([subscriber]));
        Assert.That(Linker.GetSubscribers("order.other"), Is.Empty);
        Assert.That(Linker.AreLinked("order.*", subscriber));
        Assert.That(Linker.Remove("order.*", subscriber));
        Assert.That(Linker.Remove("order.*", subscriber), Is.False);
        Assert.That(Linker.ContainsEvent("order.*"), Is.False);
        Assert.That(Linker.GetEvents(subscriber), Is.EqualTo([(EventKey)"order.placed"]));
    }

    [Test]
    public async Task E3_A_catch_all_does_not_make_an_event_of_a_string_or_a_type()
    {
        Linker.Subscribe("**", () => Record("ran"));
        object type = typeof(Leaf);
        await using EventEmitter emitter = CreateEmitter();
        Assert.That(() => emitter.Emit<object>("order.placed"), Throws.ArgumentException.With.Message.Contains("Emit((string)"));
        Assert.That(() => emitter.Emit(type), Throws.ArgumentException.With.Message.Contains("System.Type"));
        Assert.That(() => emitter.Emit(" "), Throws.ArgumentException.With.Message.Contains("white space"));
        Assert.That(Calls, Is.Empty);
    }

    private interface IMarked;

    private class Base
    {
        public override string ToString() => "base";
    }

    private sealed class Leaf : Base, IMarked
    {
        public override string ToString() => "leaf";
    }
}
