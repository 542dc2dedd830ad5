using Pyventus.CompilerServices;

namespace Pyventus.Conformance;

/// <summary>Events that are emitted again and again before somebody links them.</summary>
public sealed class UnlinkedEventTests
{
    private readonly EventLinker _linker = EventLinker.CreateEmpty();
    private readonly List<string> _log = [];
    private AsyncEventEmitter _emitter;

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
        emitter.Emit("late", 1);
        emitter.Emit("late", 1);
        LinkerTable.Register(new TestTable("Late", typeof(LateLinker), new TestTableEvent<Payload<int>>("late", 1, "Late!late", number => _log.Add($"{number.Item1}"))));
        emitter.Emit("late", 2);
        Assert.That(_log, Is.EqualTo(["2"]));
    }

    [TestCase("")]
    [TestCase(" ")]
    [TestCase("late.*")]
    public void E1_What_is_no_name_is_refused_each_time(string name)
    {
        for (int count = 0; count < 3; count++)
        {
            Assert.That(() => _emitter.Emit(name), Throws.ArgumentException);
        }
    }

    // Names that fall on the same place replace each other.
    [Test]
    public void E1_Any_number_of_names_can_be_emitted_in_turn()
    {
        using EventSubscriber subscriber = _linker.Subscribe("name.500", () => _log.Add("500"));
        for (int round = 0; round < 2; round++)
        {
            for (int number = 0; number < 1000; number++)
            {
                _emitter.Emit($"name.{number}");
            }
        }

        Assert.That(_log, Is.EqualTo(["500", "500"]));
    }

    [Test]
    public void L7_Who_has_subscribed_is_reached_however_often_others_emit_the_name_meanwhile()
    {
        const int Rounds = 2000;
        string name = "start";
        int stopped = 0;
        var others = new Thread(() =>
        {
            using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = _linker });
            while (Volatile.Read(ref stopped) == 0)
            {
                emitter.Emit(Volatile.Read(ref name));
            }
        });
        others.Start();
        try
        {
            for (int round = 0; round < Rounds; round++)
            {
                string next = $"round.{round}";
                Volatile.Write(ref name, next);
                _emitter.Emit(next);
                int calls = 0;
                using EventSubscriber subscriber = _linker.Subscribe(next, () => Interlocked.Increment(ref calls));
                _emitter.Emit(next);
                Assert.That(calls, Is.GreaterThan(0), next);
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
            _emitter.Emit(name);
        }
    }

    private void EmitThrice(FormatException @event)
    {
        for (int count = 0; count < 3; count++)
        {
            _emitter.Emit(@event);
        }
    }

    private sealed class LateLinker : EventLinker;
}
