using Pyventus.CompilerServices;

namespace Pyventus.Conformance;

/// <summary>What stands for the handlers of a table is made when something asks for it, which nobody can tell from outside.</summary>
public sealed class LateLoadingTests
{
    private static readonly string[] _events = ["late.a", "late.b", "late.c", "late.d"];

    [OneTimeSetUp]
    public static void Register()
    {
        LinkerTable.Register(new PlainTable(
            "LateLoading",
            typeof(LateLoadingLinker),
            [new PlainTableEvent("late.a", "L!H.Ab()#0", "L!H.A()#0"), new PlainTableEvent("late.b", "L!H.Ab()#0"), new PlainTableEvent("late.c", "L!H.C()#0", "L!H.C2()#0")]));
    }

    [Test]
    public void L3_L7_L8_A_linker_that_loads_late_does_what_one_does_that_has_loaded_everything()
    {
        for (int seed = 0; seed < StressScale.Of(400); seed++)
        {
            var late = new Side(isLate: true);
            var early = new Side(isLate: false);
            var random = new Random(seed);
            var steps = new List<string>();
            for (int step = 0; step < 14; step++)
            {
                int operation = random.Next(12);
                string name = _events[random.Next(_events.Length)];
                int number = random.Next(8);
                steps.Add($"{operation} {name} {number}");
                string found = late.Apply(operation, name, number, step);
                string expected = early.Apply(operation, name, number, step);
                Assert.That(found, Is.EqualTo(expected), $"seed {seed}: {string.Join("; ", steps)}");
            }
        }
    }

    [Test]
    public void L7_Who_subscribes_removes_and_asks_while_others_make_the_first_emission_sees_what_it_did()
    {
        foreach (int _ in StressScale.Rounds(3000))
        {
            var linker = new LateLoadingLinker();
            using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = linker });
            EmitTarget? target = null;
            var start = new Barrier(4);
            Task[] all =
            [
                DedicatedThread.RunAsync(() =>
                {
                    start.SignalAndWait();
                    for (int count = 0; count < 5; count++)
                    {
                        var log = new List<string>();
                        EmitSite.Emit(emitter, ref target, "late.c", new Payload<List<string>>(log));
                        Assert.That(log, Has.Member("L!H.C()#0"));
                    }
                }),
                DedicatedThread.RunAsync(() =>
                {
                    start.SignalAndWait();
                    EventSubscriber subscriber = linker.Subscribe("late.c", (List<string> list) => list.Add("dynamic"));
                    var log = new List<string>();
                    EmitSite.Emit(emitter, ref target, "late.c", new Payload<List<string>>(log));
                    Assert.That(log, Has.Member("dynamic").And.Member("L!H.C()#0"));
                    subscriber.Dispose();
                    log.Clear();
                    emitter.Emit("late.c", log);
                    Assert.That(log, Has.No.Member("dynamic").And.Member("L!H.C()#0"));
                }),
                DedicatedThread.RunAsync(() =>
                {
                    start.SignalAndWait();
                    EventSubscriber second = linker.GetSubscribers("late.c").Single(static subscriber => subscriber.Name == "L!H.C2()#0");
                    Assert.That(linker.RemoveSubscriber(second));
                    var log = new List<string>();
                    EmitSite.Emit(emitter, ref target, "late.c", new Payload<List<string>>(log));
                    Assert.That(log, Has.No.Member("L!H.C2()#0").And.Member("L!H.C()#0"));
                }),
                DedicatedThread.RunAsync(() =>
                {
                    start.SignalAndWait();
                    using EventSubscriber pattern = linker.Subscribe("late.*", (EventContext context) => ((List<string>)context.Arguments[0]!).Add("pattern"));
                    var log = new List<string>();
                    emitter.Emit("late.c", log);
                    Assert.That(log, Has.Member("pattern").And.Member("L!H.C()#0"));
                    Assert.That(linker.SubscriberCount, Is.GreaterThanOrEqualTo(4));
                }),
            ];
            Task.WhenAll(all).InTime().GetAwaiter().GetResult();
        }
    }

    [Test]
    public void L7_Names_are_found_while_others_come_and_go()
    {
        EventLinker linker = EventLinker.CreateEmpty();
        using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = linker });
        string[] stable = [.. Enumerable.Range(0, 300).Select(static number => $"stable.{number}")];
        foreach (string name in stable)
        {
            linker.Subscribe(name, () => { });
        }

        int stopped = 0;
        Task[] readers = [.. Enumerable.Range(0, 2).Select(_ => DedicatedThread.RunAsync(() =>
        {
            while (Volatile.Read(ref stopped) == 0)
            {
                foreach (string name in stable)
                {
                    Assert.That(emitter.EmitAsync(name).AsTask().GetAwaiter().GetResult().SubscriberCount, Is.EqualTo(1), name);
                }
            }
        }))];
        for (int round = 0; round < StressScale.Of(20); round++)
        {
            EventSubscriber[] others = [.. Enumerable.Range(0, 1000 * ((round % 4) + 1)).Select(number => linker.Subscribe($"other.{round}.{number}", () => { }))];
            foreach (EventSubscriber other in others)
            {
                other.Dispose();
            }
        }

        Volatile.Write(ref stopped, 1);
        Task.WhenAll(readers).InTime().GetAwaiter().GetResult();
    }

    [Test]
    public void R7_L2_A_table_is_asked_for_its_open_events_under_no_lock()
    {
        EventLinker? linker = null;
        int asked = 0;
        LinkerTable.Register(new PlainTable("Opened", typeof(OpenedLinker), [new PlainTableEvent("opened", "O!H.O()#0")], () =>
        {
            asked++;
            if (linker is { } known)
            {
                // What user code does that the module initializer of the table's assembly waits for.
                linker = null;
                DedicatedThread.RunAsync(() => known.Subscribe("other", () => { })).GetAwaiter().GetResult();
            }
        }));
        linker = new OpenedLinker();
        using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = linker });
        var log = new List<string>();
        emitter.Emit("opened", log);
        emitter.Emit("unknown", log);
        Assert.That(log, Is.EqualTo(["O!H.O()#0"]));
        Assert.That(asked, Is.Positive);
    }

    private sealed class Side
    {
        private readonly LateLoadingLinker _linker = new();
        private readonly List<EventSubscriber> _subscribers = [];
        private readonly EventEmitter _emitter;
        private readonly Dictionary<string, EmitTarget?> _targets = [];

        public Side(bool isLate)
        {
            var options = new EventEmitterOptions { Linker = _linker };
            _emitter = isLate ? new AsyncEventEmitter(options) : new EventEmitter(new AsyncProcessingService(), options);
            if (!isLate)
            {
                Assert.That(_linker.SubscriberCount, Is.EqualTo(4));
            }
        }

        public string Apply(int operation, string name, int number, int step)
        {
            var log = new List<string>();
            switch (operation)
            {
                case 0 or 1 or 2:
                    EmitTarget? target = _targets.GetValueOrDefault(name);
                    EmitSite.Emit(_emitter, ref target, name, new Payload<List<string>>(log));
                    _targets[name] = target;
                    break;
                case 3:
                    _emitter.Emit(name, log);
                    break;
                case 4:
                    var list = new LogList();
                    _emitter.Emit(name, list);
                    log.AddRange(list);
                    break;
                case 5:
                    EmissionResult result = _emitter.EmitAsync(name, log).AsTask().GetAwaiter().GetResult();
                    log.Add($"{result.SubscriberCount}");
                    break;
                case 6 or 7:
                    var options = new SubscribeOptions { Order = (number % 3) - 1, Once = number == 7 };
                    _subscribers.Add(number switch
                    {
                        5 => _linker.Subscribe("late.*", (EventContext context) => ((List<string>)context.Arguments[0]!).Add($"pattern {step}"), options),
                        6 => _linker.Subscribe(EventPattern.All, (EventContext context) => ((List<string>)context.Arguments[0]!).Add($"all {step}"), options),
                        _ => _linker.Subscribe(name, (List<string> it) => it.Add($"dynamic {step}"), options),
                    });
                    break;
                case 8:
                    if (_subscribers.Count > 0)
                    {
                        log.Add($"{_subscribers[number % _subscribers.Count].Unsubscribe()}");
                    }

                    break;
                case 9:
                    IReadOnlyList<EventSubscriber> subscribers = _linker.GetSubscribers(name);
                    log.AddRange(subscribers.Select(static subscriber => subscriber.Name.Contains('!', StringComparison.Ordinal) ? subscriber.Name : "dynamic"));
                    if (subscribers.Count > 0 && number > 4)
                    {
                        EventSubscriber removed = subscribers[number % subscribers.Count];
                        log.Add($"{(number > 5 ? _linker.Remove(name, removed) : _linker.RemoveSubscriber(removed))}, {_linker.AreLinked(name, removed)}, {_linker.GetEvents(removed).Count}");
                    }

                    break;
                case 10:
                    log.Add(number > 5 ? $"{_linker.RemoveEvent(name)}" : number > 4 ? $"{_linker.RemoveAll()}" : $"{_linker.ContainsEvent(name)}");
                    break;
                case 11:
                    log.Add($"{_linker.EventCount} {_linker.SubscriberCount}");
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(operation));
            }

            return string.Join(", ", log);
        }
    }

    private sealed class LateLoadingLinker : EventLinker;

    private sealed class OpenedLinker : EventLinker;
}
