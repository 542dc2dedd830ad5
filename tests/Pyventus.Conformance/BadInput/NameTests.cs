namespace Pyventus.Conformance;

[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.All))]
public sealed class NameTests(ProcessingWay way) : ConformanceTests(way)
{
    private static readonly string[] _unusable = ["", " ", "\t", "\r\n", "\u00a0", "\u2003 ", "or*er", "a*", "*b", "a.***", "***", "order.*placed", "* ", "**.a*", "*\0"];

    [TestCaseSource(nameof(_unusable))]
    public async Task Bad_input_A_name_that_cannot_be_one_is_refused_everywhere(string name)
    {
        await using EventEmitter emitter = CreateEmitter();
        (string Where, Action Use)[] uses =
        [
            ("Emit", () => emitter.Emit(name)),
            ("Emit with payload", () => emitter.Emit(name, 1, 2, 3, 4, 5, 6, 7, 8)),
            ("EmitAsync", () => emitter.EmitAsync(name).AsTask().GetAwaiter().GetResult()),
            ("EmitAsync with payload", () => emitter.EmitAsync(name, 1).AsTask().GetAwaiter().GetResult()),
            ("Subscribe", () => Linker.Subscribe(name, () => { })),
            ("Subscribe async", () => Linker.Subscribe(name, () => Task.CompletedTask)),
            ("Subscribe with payload", () => Linker.Subscribe(name, (int _, int _) => { })),
            ("Subscribe with context", () => Linker.Subscribe(name, (EventContext _) => { })),
            ("Subscribe several", () => Linker.Subscribe(["good", name], _ => { })),
            ("EventKey", () => _ = new EventKey(name)),
            ("conversion", () => _ = (EventKey)name),
            ("GetSubscribers", () => Linker.GetSubscribers(name)),
            ("ContainsEvent", () => Linker.ContainsEvent(name)),
            ("RemoveEvent", () => Linker.RemoveEvent(name)),
            ("On", () => _ = new OnAttribute(name)),
            ("Once", () => _ = new OnceAttribute("good", name)),
        ];
        foreach ((string where, Action use) in uses)
        {
            Assert.That(use, Throws.ArgumentException.With.Message.Contains(name.Contains('*', StringComparison.Ordinal) ? "'*' stands for a whole segment" : "empty"), where);
        }

        Assert.That(Linker.IsEmpty);
    }

    [Test]
    public async Task Bad_input_Null_is_refused_everywhere()
    {
        await using EventEmitter emitter = CreateEmitter();
        EventSubscriber subscriber = Linker.Subscribe("e", () => { });
        (string Where, Action Use)[] uses =
        [
            ("Emit", () => emitter.Emit((string)null!)),
            ("Emit with payload", () => emitter.Emit<int>(null!, 1)),
            ("EmitAsync", () => emitter.EmitAsync((string)null!).AsTask().GetAwaiter().GetResult()),
            ("EmitAsync with payload", () => emitter.EmitAsync<int>(null!, 1).AsTask().GetAwaiter().GetResult()),
            ("Subscribe name", () => Linker.Subscribe(null!, () => { })),
            ("Subscribe name with context", () => Linker.Subscribe((string)null!, (EventContext _) => { })),
            ("Subscribe handler", () => Linker.Subscribe("e", (Action)null!)),
            ("Subscribe async handler", () => Linker.Subscribe("e", (Func<int, Task>)null!)),
            ("Subscribe context handler", () => Linker.Subscribe("e", (Action<EventContext>)null!)),
            ("Subscribe event handler", () => Linker.Subscribe((Action<OrderPlaced>)null!)),
            ("Subscribe several events", () => Linker.Subscribe((IEnumerable<EventKey>)null!, _ => { })),
            ("Subscribe several handler", () => Linker.Subscribe(["e"], (Func<EventContext, Task>)null!)),
            ("Remove", () => Linker.Remove("e", null!)),
            ("RemoveSubscriber", () => Linker.RemoveSubscriber(null!)),
            ("GetEvents", () => Linker.GetEvents(null!)),
            ("ContainsSubscriber", () => Linker.ContainsSubscriber(null!)),
            ("AreLinked", () => Linker.AreLinked("e", null!)),
            ("EventKey name", () => _ = new EventKey((string)null!)),
            ("EventKey type", () => _ = new EventKey((Type)null!)),
            ("On", () => _ = new OnAttribute((string[])null!)),
            ("On element", () => _ = new OnAttribute("e", null!)),
            ("EventEmitter", () => _ = new EventEmitter(null!)),
            ("ExecutorProcessingService", () => _ = new ExecutorProcessingService(null!)),
        ];
        foreach ((string where, Action use) in uses)
        {
            Assert.That(use, Throws.ArgumentNullException, where);
        }

        Assert.That(Linker.Subscribers, Is.EqualTo([subscriber]));
    }

    [Test]
    public void Bad_input_A_default_key_is_no_event()
    {
        EventSubscriber subscriber = Linker.Subscribe("e", () => { });
        foreach (Action use in new Action[]
        {
            () => Linker.Subscribe([default(EventKey)], _ => { }),
            () => Linker.Subscribe(["e", default], _ => { }),
            () => Linker.Subscribe([], _ => { }),
            () => Linker.RemoveEvent(default),
            () => Linker.Remove(default, subscriber),
            () => Linker.GetSubscribers(default),
            () => Linker.AreLinked(default, subscriber),
        })
        {
            Assert.That(use, Throws.ArgumentException);
        }

        Assert.That(default(EventKey).ToString(), Is.EqualTo("(none)"));
        Assert.That(default(EventKey).Equals(default), Is.True);
        Assert.That((EventKey)"e" == default, Is.False);
    }

    [TestCase(typeof(object))]
    [TestCase(typeof(string))]
    [TestCase(typeof(Type))]
    [TestCase(typeof(EventContext))]
    [TestCase(typeof(CancellationToken))]
    [TestCase(typeof(List<>))]
    [TestCase(typeof(int?))]
    [TestCase(typeof(void))]
    [TestCase(typeof(Span<int>))]
    [TestCase(typeof(Math))]
    public void Bad_input_A_type_that_no_event_object_can_have_is_refused(Type type)
    {
        Assert.That(() => new EventKey(type), Throws.ArgumentException.With.Message.Contains(type.ToString()));
        Assert.That(() => new OnAttribute(type), Throws.ArgumentException);
    }

    [Test]
    public async Task Bad_input_Long_names_and_large_payloads_work()
    {
        string name = new('n', 10_000);
        byte[] payload = new byte[10_000_000];
        Linker.Subscribe(name, (byte[] bytes) => Record($"{ReferenceEquals(bytes, payload)}"));
        await using EventEmitter emitter = CreateEmitter();
        await emitter.EmitAsync(name, payload).InTime();
        Assert.That(Calls, Is.EqualTo(["True"]));
        Assert.That(() => emitter.Emit(name, 1), Throws.InstanceOf<EventSignatureException>());
    }
}
