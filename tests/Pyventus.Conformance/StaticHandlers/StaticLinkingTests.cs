using System.Reflection;
using Pyventus.CompilerServices;
using Pyventus.Conformance.Library;

namespace Pyventus.Conformance;

/// <summary>What a linker knows of compile-time handlers, whatever runs them.</summary>
public sealed class StaticLinkingTests
{
    private readonly StaticLinker _linker = new();
    private readonly List<string> _calls = [];

    [Test]
    public async Task L2_Handlers_of_a_referenced_assembly_are_linked_without_being_touched()
    {
        await using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = new EventLinker() });
        await emitter.EmitAsync("library.noted", _calls).InTime();
        Assert.That(_calls, Is.EqualTo(["library", "library later"]));
    }

    [Test]
    public async Task L2_The_default_linker_has_them_too()
    {
        await using var emitter = new AsyncEventEmitter();
        await emitter.EmitAsync("library.once", _calls).InTime();
        await emitter.EmitAsync("library.once", _calls).InTime();
        Assert.That(_calls, Is.EqualTo(["library once"]));
    }

    [Test]
    public async Task L2_An_assembly_is_linked_once_however_often_it_is_registered()
    {
        LinkerTableAttribute table = typeof(StaticLinkingTests).Assembly.GetCustomAttribute<LinkerTableAttribute>()!;
        for (int index = 0; index < 3; index++)
        {
            table.TableType.GetMethod("Register")!.Invoke(null, null);
        }

        await using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = _linker });
        await emitter.EmitAsync("twice", _calls).InTime();
        Assert.That(_calls, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task L3_Assemblies_take_part_in_the_order_of_their_names()
    {
        await using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = new EventLinker() });
        await emitter.EmitAsync("library.shared", _calls).InTime();
        await emitter.EmitAsync(new LibraryEvent(_calls)).InTime();
        await using var ofLibrary = new AsyncEventEmitter(new EventEmitterOptions { Linker = new LibraryLinker() });
        await ofLibrary.EmitAsync("linker.noted", _calls).InTime();
        Assert.That(_calls, Is.EqualTo(["conformance shared", "library shared", "library later", "conformance event", "library event", "conformance linker", "library linker"]));
    }

    [Test]
    public async Task L10_The_contract_of_two_assemblies_is_the_longer_one()
    {
        await using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = new EventLinker() });
        await emitter.EmitAsync("library.longer", _calls, 3).InTime();
        Assert.That(_calls, Is.EqualTo(["conformance", "library 3"]));
        string name = "library.longer";
        Assert.That(() => emitter.Emit(name, _calls), Throws.InstanceOf<EventSignatureException>());
    }

    [Test]
    public void L10_Dynamic_subscribers_are_checked_against_the_contract_when_they_subscribe()
    {
        string name = "part";
        EventSignatureException refused = Assert.Throws<EventSignatureException>(() => _linker.Subscribe(name, (string _) => { }))!;
        Assert.That(refused.Message, Does.Contain("'part'").And.Contain("(string)"));
        Assert.That(() => _linker.Subscribe(name, (List<string> _, int _, string _, int _) => { }), Throws.InstanceOf<EventSignatureException>());
        Assert.That(() => _linker.Subscribe(name, (List<string> _, byte _) => { }), Throws.InstanceOf<EventSignatureException>());
        int known = _linker.GetSubscribers("part").Count;
        _linker.Subscribe("part", (IEnumerable<string> _, long _) => { });
        _linker.Subscribe("part", () => { });
        Assert.That(_linker.GetSubscribers("part"), Has.Count.EqualTo(known + 2));
    }

    [Test]
    public void L6_Static_handlers_count_and_never_fail()
    {
        var linker = new OtherStaticLinker();
        Assert.That(linker.GetSubscribers("limited"), Has.Count.EqualTo(2));
        Assert.That(() => linker.Subscribe("limited", () => { }), Throws.InstanceOf<MaxSubscribersExceededException>());
        Assert.That(linker.GetSubscribers("limited")[0].Unsubscribe());
        linker.Subscribe("limited", () => { });
        linker.Subscribe("ordered", () => { });
        Assert.That(() => linker.Subscribe("ordered", () => { }), Throws.InstanceOf<MaxSubscribersExceededException>());
    }

    [Test]
    public void L8_Queries_know_static_handlers_before_their_events_are_used()
    {
        EventSubscriber once = _linker.Subscribers.Single(subscriber => subscriber.Name.EndsWith("OnceHandlers.Once(System.Collections.Generic.List`1[System.String])#0", StringComparison.Ordinal));
        Assert.That(once.IsOnce);
        Assert.That(_linker.GetEvents(once), Is.EquivalentTo(new EventKey[] { "once.a", "once.b" }));
        Assert.That(_linker.Events, Does.Contain((EventKey)typeof(StaticEvent)).And.Contain((EventKey)"static.named"));
        Assert.That(_linker.ContainsEvent("part"));
        Assert.That(_linker.AreLinked("once.b", once));
        Assert.That(_linker.ContainsSubscriber(once));
        Assert.That(new StaticLinker().ContainsSubscriber(once), Is.False);
    }

    [Test]
    public async Task L8_Static_handlers_can_be_removed()
    {
        await using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = _linker });
        EventSubscriber[] twice = [.. _linker.GetSubscribers("twice")];
        Assert.That(twice[0].Unsubscribe());
        Assert.That(twice[0].Unsubscribe(), Is.False);
        await emitter.EmitAsync("twice", _calls).InTime();
        Assert.That(_calls, Has.Count.EqualTo(1));
        Assert.That(_linker.RemoveEvent("twice"));
        Assert.That(_linker.ContainsEvent("twice"), Is.False);
        Assert.That((await emitter.EmitAsync("twice", _calls).InTime()).SubscriberCount, Is.Zero);
        EventSubscriber mixed = _linker.GetSubscribers("static.named").Single();
        Assert.That(_linker.Remove("static.named", mixed));
        Assert.That(_linker.GetEvents(mixed), Is.EqualTo(new EventKey[] { typeof(StaticEvent) }));
        Assert.That(_linker.RemoveAll());
        Assert.That(_linker.IsEmpty);
        Assert.That((await emitter.EmitAsync("ordered", _calls).InTime()).SubscriberCount, Is.Zero);
        Assert.That(new StaticLinker().IsEmpty, Is.False);
    }

    [Test]
    public void L7_The_static_part_of_a_slot_survives_dynamic_subscriptions_that_come_and_go()
    {
        int known = _linker.GetSubscribers("ordered").Count;
        for (int index = 0; index < 3; index++)
        {
            _linker.Subscribe("ordered", () => { }).Dispose();
        }

        Assert.That(_linker.GetSubscribers("ordered"), Has.Count.EqualTo(known));
        Assert.That(EventLinker.CreateEmpty().ContainsEvent("library.noted"), Is.False);
    }
}
