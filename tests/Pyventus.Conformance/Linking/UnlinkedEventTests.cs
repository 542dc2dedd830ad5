using Pyventus.CompilerServices;

namespace Pyventus.Conformance;

/// <summary>Events that a call site emits again and again before somebody links them.</summary>
public sealed class UnlinkedEventTests
{
    private readonly EventLinker _linker = EventLinker.CreateEmpty();
    private readonly List<string> _log = [];
    private AsyncEventEmitter _emitter = null!;
    private EmitTarget? _target;

    [SetUp]
    public void CreateEmitter() => _emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = _linker });

    [TearDown]
    public void Close() => _emitter.Dispose();

    [Test]
    public void L7_A_name_is_found_once_it_is_subscribed_to()
    {
        EmitThrice("late");
        using (_linker.Subscribe("late", () => _log.Add("late")))
        {
            EmitThrice("late");
            Assert.That(_log, Has.Count.EqualTo(3));
        }

        EmitThrice("late");
        Assert.That(_log, Has.Count.EqualTo(3));
    }

    [TestCase("late.*")]
    [TestCase("**")]
    public void L7_A_name_is_found_once_a_pattern_of_it_is_subscribed_to(string pattern)
    {
        EmitThrice("late.name");
        using EventSubscriber subscriber = _linker.Subscribe(pattern, (EventContext context) => _log.Add(context.EventName!));
        EmitThrice("late.name");
        Assert.That(_log, Is.EqualTo(["late.name", "late.name", "late.name"]));
    }

    [Test]
    public void L7_A_type_is_found_once_it_or_a_base_of_it_is_subscribed_to([Values] bool isBase)
    {
        EmitThrice(new FormatException());
        using EventSubscriber subscriber = isBase
            ? _linker.Subscribe<Exception>(exception => _log.Add(exception.GetType().Name), new SubscribeOptions { IncludeDerived = true })
            : _linker.Subscribe<FormatException>(exception => _log.Add(exception.GetType().Name));
        EmitThrice(new FormatException());
        Assert.That(_log, Is.EqualTo([nameof(FormatException), nameof(FormatException), nameof(FormatException)]));
    }

    [Test]
    public void L2_A_name_is_found_once_an_assembly_with_handlers_is_loaded()
    {
        using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = new LateLinker() });
        Emit(1);
        Emit(1);
        Emit(1);
        LinkerTable.Register(new TestTable("Late", typeof(LateLinker), new TestTableEvent<Payload<int>>("late", 1, "Late!late", number => _log.Add($"{number.Item1}"))));
        Emit(2);
        Assert.That(_log, Is.EqualTo(["2"]));

        void Emit(int number) => EmitSite.Emit(emitter, ref _target, "late", new Payload<int>(number));
    }

    [TestCase("")]
    [TestCase(" ")]
    [TestCase("late.*")]
    public void E1_What_is_no_name_is_refused_each_time(string name)
    {
        for (int count = 0; count < 3; count++)
        {
            Assert.That(() => EmitSite.Emit(_emitter, ref _target, name, default(Payload)), Throws.ArgumentException);
        }
    }

    [Test]
    public void L5_A_call_site_used_with_several_linkers_reaches_those_that_link_the_name()
    {
        EventLinker other = EventLinker.CreateEmpty();
        using EventSubscriber subscriber = other.Subscribe("shared", () => _log.Add("other"));
        using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = other });
        for (int round = 0; round < 3; round++)
        {
            EmitThrice("shared");
            EmitSite.Emit(emitter, ref _target, "shared", default(Payload));
        }

        Assert.That(_log, Is.EqualTo(["other", "other", "other"]));
    }

    [Test]
    public void L7_Who_has_subscribed_is_reached_however_often_others_emit_the_name_meanwhile()
    {
        const int Rounds = 2000;
        CallSite site = new("start");
        int stopped = 0;
        var others = new Thread(() =>
        {
            using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = _linker });
            while (Volatile.Read(ref stopped) == 0)
            {
                Volatile.Read(ref site).Emit(emitter);
            }
        });
        others.Start();
        try
        {
            for (int round = 0; round < Rounds; round++)
            {
                CallSite next = new($"round.{round}");
                Volatile.Write(ref site, next);
                next.Emit(_emitter);
                int calls = 0;
                using EventSubscriber subscriber = _linker.Subscribe(next.Name, () => Interlocked.Increment(ref calls));
                next.Emit(_emitter);
                Assert.That(calls, Is.GreaterThan(0), next.Name);
            }
        }
        finally
        {
            Volatile.Write(ref stopped, 1);
            others.Join();
        }
    }

    private void EmitThrice(string name)
    {
        for (int count = 0; count < 3; count++)
        {
            EmitSite.Emit(_emitter, ref _target, name, default(Payload));
        }
    }

    private void EmitThrice(FormatException @event)
    {
        for (int count = 0; count < 3; count++)
        {
            EmitSite.EmitObject(_emitter, ref _target, @event);
        }
    }

    private sealed class LateLinker : EventLinker;

    private sealed class CallSite(string name)
    {
        private EmitTarget? _target;

        public string Name => name;

        public void Emit(EventEmitter emitter) => EmitSite.Emit(emitter, ref _target, name, default(Payload));
    }
}
