using System.Reflection;
using Pyventus.CompilerServices;
using Pyventus.Conformance.Library;
using Pyventus.Conformance.Library.Consumer;

namespace Pyventus.Conformance;

/// <summary>What a linker knows of the handlers of several assemblies, whatever runs them.</summary>
public sealed class CrossAssemblyLinkingTests
{
    private static readonly string[] _named =
    [
        "Pyventus.Conformance!Pyventus.Conformance.CrossHandlers.Named(System.Collections.Generic.List`1[System.String],System.Int32)#0",
        "Pyventus.Conformance.Library!Pyventus.Conformance.Library.CrossHandlers.Named(System.Collections.Generic.List`1[System.String],System.Int32)#0",
        "Pyventus.Conformance.Library.Consumer!Pyventus.Conformance.Library.Consumer.CrossHandlers.Named(System.Collections.Generic.List`1[System.String],System.Int32)#0",
        "Pyventus.Conformance.Library.Friend!Pyventus.Conformance.Library.Friend.FriendHandlers.Named(System.Collections.Generic.List`1[System.String])#0",
    ];

    [Test]
    public void L2_An_assembly_that_is_reached_in_several_ways_is_linked_once()
    {
        Assembly[] linked = [.. AppDomain.CurrentDomain.GetAssemblies().Where(static assembly => assembly.GetName().Name == "Pyventus.Conformance.Library.Friend")];
        Assert.That(linked, Has.Length.EqualTo(1), "loaded by the registration of the library that references it");
        Assert.That(References(typeof(CrossAssemblyLinkingTests).Assembly), Has.No.Member("Pyventus.Conformance.Library.Friend"));
        Assert.That(References(typeof(CrossAssemblyLinkingTests).Assembly), Has.Member("Pyventus.Conformance.Library"));
        Assert.That(References(typeof(ConsumerLinker).Assembly), Is.SupersetOf(new[] { "Pyventus.Conformance.Library", "Pyventus.Conformance.Library.Friend" }));
        Assert.That(References(linked[0]), Has.Member("Pyventus.Conformance.Library"));
        Assert.That(new CrossLinker().GetSubscribers("cross.named").Select(static subscriber => subscriber.Name), Is.EqualTo(_named));
    }

    [Test]
    public void L8_Declared_events_of_a_library_are_known_with_the_subscribers_of_others()
    {
        var linker = new CrossLinker();
        Assert.That(linker.GetSubscribers("declared.placed").Select(static subscriber => subscriber.Name.Split('!')[0]), Is.EqualTo(["Pyventus.Conformance", "Pyventus.Conformance", "Pyventus.Conformance.Library.Consumer"]));
        Assert.That(linker.GetSubscribers("declared.internal").Select(static subscriber => subscriber.Name.Split('!')[0]), Is.EqualTo(["Pyventus.Conformance.Library.Friend"]));
        Assert.That(linker.GetSubscribers("cross.*"), Has.Count.EqualTo(2));
    }

    [Test]
    public void L6_The_limit_of_a_librarys_linker_counts_the_handlers_of_all_assemblies()
    {
        var linker = new ConsumerLinker();
        linker.Subscribe("cross.named", () => { });
        Assert.That(() => linker.Subscribe("cross.named", () => { }), Throws.TypeOf<MaxSubscribersExceededException>());
    }

    [Test]
    public async Task L10_A_declaration_is_the_contract_whenever_its_assembly_is_loaded([Values] bool declaredFirst, [Values] bool emittedBefore)
    {
        // A name for each case: tables stay registered.
        string name = $"loaded.{declaredFirst}.{emittedBefore}";
        var calls = new List<string>();
        var declared = new TestTable("Z", typeof(LateLinker), new DeclaredTestEvent(name));
        var longer = new TestTable(
            "A", typeof(LateLinker), new TestTableEvent<Payload<long, string>>(name, 1, $"A!{name}", payload => calls.Add($"{payload.Item1} {payload.Item2}"), "default"));
        await using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = new LateLinker() });
        LinkerTable.Register(declaredFirst ? declared : longer);
        if (emittedBefore)
        {
            await emitter.EmitAsync(name, 1).InTime();
            calls.Clear();
        }

        LinkerTable.Register(declaredFirst ? longer : declared);
        (await emitter.EmitAsync(name, 2).InTime()).ThrowIfFailed();
        Assert.That(calls, Is.EqualTo(["2 default"]));
        Assert.That(() => emitter.Emit(name, 3L), Throws.TypeOf<EventSignatureException>().With.Message.Contains("(int"));
        Assert.That(() => emitter.Emit(name, 3, "more"), Throws.TypeOf<EventSignatureException>());
    }

    private static IEnumerable<string?> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(static reference => reference.Name);

    private sealed class LateLinker : EventLinker;
}
