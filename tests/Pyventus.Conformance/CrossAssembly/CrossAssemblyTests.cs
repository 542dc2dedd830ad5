using Pyventus.Conformance.Library;
using Pyventus.Conformance.Library.Consumer;

namespace Pyventus.Conformance;

/// <summary>Events that this assembly, a library, a library of that library, and a friend that nobody mentions share.</summary>
[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.All))]
public sealed class CrossAssemblyTests(ProcessingWay way)
{
    private readonly CrossLinker _linker = new();
    private readonly List<string> _calls = [];

    [Test]
    public async Task L2_L3_The_handlers_of_all_assemblies_run_in_the_order_of_the_assemblies_names()
    {
        await using EventEmitter emitter = way.CreateFor(_linker);
        (await emitter.EmitAsync("cross.named", _calls, 1).InTime()).ThrowIfFailed();
        (await emitter.EmitAsync("cross.named", _calls, 2).InTime()).ThrowIfFailed();
        string[] second = ["app named 2", "app pattern", "library named 2", "library pattern", "consumer named 2", "friend named"];
        Assert.That(_calls, Is.EqualTo(["app named 1", "app pattern", "library named 1", "library pattern", "consumer named 1", "friend named", "library once", .. second]));
    }

    [Test]
    public async Task L2_Handlers_run_that_only_a_reference_of_a_reference_has()
    {
        await using EventEmitter emitter = way.CreateFor(_linker);
        (await emitter.EmitAsync("friend.only", _calls).InTime()).ThrowIfFailed();
        Assert.That(_calls, Is.EqualTo(["app pattern", "friend only"]));
    }

    [Test]
    public async Task L2_A_friend_handles_and_emits_what_only_it_and_the_library_can_name()
    {
        await using EventEmitter emitter = way.CreateFor(_linker);
        (await LibraryGate.EmitInternalAsync(emitter, _calls).InTime()).ThrowIfFailed();
        (await LibraryGate.DeclareInternalAsync(emitter, _calls).InTime()).ThrowIfFailed();
        (await emitter.EmitAsync("friend.relay", _calls).InTime()).ThrowIfFailed();
        Assert.That(_calls, Is.EqualTo(["library internal", "consumer family of InternalEvent", "friend internal", "friend declared True", "friend declared True"]));
    }

    [Test]
    public async Task L10_A_declaration_of_a_library_is_the_contract_whatever_the_handlers_of_others_take()
    {
        await using EventEmitter emitter = way.CreateFor(_linker);
        (await emitter.PlacedAsync(_calls, 1).InTime()).ThrowIfFailed();
        (await emitter.PlacedAsync(customer: "ada", id: 2, calls: _calls).InTime()).ThrowIfFailed();
        Assert.That(_calls, Is.EqualTo(["app 1", "app 1 guest True", "consumer 1", "app 2", "app 2 ada True", "consumer 2"]));
    }

    [Test]
    public async Task E2_L10_Emissions_and_subscriptions_are_checked_against_the_declaration_of_a_library()
    {
        await using EventEmitter emitter = way.CreateFor(_linker);
        string name = string.Concat("declared", ".placed");
        (await emitter.EmitAsync(name, _calls, (short)3).InTime()).ThrowIfFailed();
        Assert.That(_calls, Is.EqualTo(["app 3", "app 3 guest True", "consumer 3"]));
        Assert.That(() => emitter.Emit(name, _calls), Throws.TypeOf<EventSignatureException>());
        Assert.That(() => emitter.Emit(name, _calls, 4L), Throws.TypeOf<EventSignatureException>(), "a handler takes a long; the declaration says int");
        Assert.That(() => emitter.Emit(name, _calls, 4, "ada", true), Throws.TypeOf<EventSignatureException>(), "a handler takes four; the declaration has three");
        Assert.That(() => _linker.Subscribe(name, (List<string> _, int _, string _, bool _) => { }), Throws.TypeOf<EventSignatureException>());
        Assert.That(_calls, Has.Count.EqualTo(3));
        _linker.Subscribe(name, (List<string> calls, int id, string customer) => calls.Add($"dynamic {id} {customer}"));
        (await emitter.PlacedAsync(_calls, 5).InTime()).ThrowIfFailed();
        Assert.That(_calls[^1], Is.EqualTo("dynamic 5 guest"));
    }

    [Test]
    public async Task E9_Handlers_of_a_library_emit_what_the_application_handles()
    {
        await using EventEmitter emitter = way.CreateFor(_linker);
        (await emitter.RelayedAsync(_calls, 2).InTime()).ThrowIfFailed();
        Assert.That(_calls, Is.EqualTo(["app 2", "consumer 2", "app 1", "consumer 1", "app 0", "consumer 0"]));
    }

    [Test]
    public async Task P1_P2_L3_Patterns_of_libraries_match_events_of_the_application()
    {
        await using EventEmitter emitter = way.CreateFor(_linker);
        (await emitter.EmitAsync("cross.app", _calls, 1).InTime()).ThrowIfFailed();
        (await emitter.EmitAsync("cross.app", _calls, (byte)2).InTime()).ThrowIfFailed();
        Assert.That(_calls, Is.EqualTo(
        [
            "app 1", "app pattern", "library pattern", "consumer pattern 1", "library once",
            "app 2", "app pattern", "library pattern", "consumer pattern 2",
        ]));
    }

    [Test]
    public async Task P1_L3_Patterns_of_several_assemblies_match_events_that_none_of_them_knows()
    {
        await using EventEmitter emitter = way.CreateFor(_linker);
        (await emitter.EmitAsync("cross.other", _calls).InTime()).ThrowIfFailed();
        (await emitter.EmitAsync("other.app", _calls, 7).InTime()).ThrowIfFailed();
        (await emitter.EmitAsync("cross.a.b", _calls).InTime()).ThrowIfFailed();
        Assert.That(_calls, Is.EqualTo(["app pattern", "library pattern", "library once", "consumer pattern 7"]));
    }

    [Test]
    public async Task P1_The_context_has_all_arguments_whatever_the_assembly_of_the_handler_knows_of_the_event()
    {
        await using EventEmitter emitter = way.CreateFor(_linker);
        (await emitter.EmitAsync("context.shared", _calls, 1, "x").InTime()).ThrowIfFailed();
        (await emitter.EmitAsync("context.other", _calls, 2, "y").InTime()).ThrowIfFailed();
        Assert.That(_calls, Is.EqualTo(["app 1 x", "library 1 x", "consumer 1 x", "library 2 y"]));
    }

    [Test]
    public async Task P1_E4_A_once_handler_of_a_librarys_pattern_runs_once_for_the_events_of_all_assemblies()
    {
        await using EventEmitter emitter = way.CreateFor(_linker);
        List<string>[] calls = [.. Enumerable.Range(0, 20).Select(static _ => new List<string>())];
        await Task.WhenAll(calls.Select((list, index) =>
            index % 2 == 0 ? emitter.EmitAsync("cross.other", list).AsTask() : emitter.EmitAsync("cross.app", list, index).AsTask())).InTime();
        Assert.That(calls.SelectMany(static list => list).Count(static call => call == "library once"), Is.EqualTo(1));
        Assert.That(calls.SelectMany(static list => list).Count(static call => call == "library pattern"), Is.EqualTo(20));
    }

    [Test]
    public async Task P4_Handlers_of_libraries_get_derived_types_of_the_application()
    {
        await using EventEmitter emitter = way.CreateFor(_linker);
        (await emitter.EmitAsync(new AppFamilyEvent(_calls)).InTime()).ThrowIfFailed();
        (await emitter.EmitAsync<FamilyEvent>(new AppFamilyEvent(_calls)).InTime()).ThrowIfFailed();
        string[] expected = ["app exact", "app base of AppFamilyEvent", "library base of AppFamilyEvent", "consumer family of AppFamilyEvent"];
        Assert.That(_calls, Is.EqualTo([.. expected, .. expected]));
    }

    [Test]
    public async Task P4_Handlers_of_the_application_get_derived_types_of_libraries()
    {
        await using EventEmitter emitter = way.CreateFor(_linker);
        (await emitter.EmitAsync(new ConsumerFamilyEvent(_calls)).InTime()).ThrowIfFailed();
        (await emitter.EmitAsync(new FamilyEvent(_calls)).InTime()).ThrowIfFailed();
        Assert.That(_calls, Is.EqualTo(
        [
            "app base of ConsumerFamilyEvent", "library base of ConsumerFamilyEvent", "consumer family of ConsumerFamilyEvent",
            "app base of FamilyEvent", "library base of FamilyEvent", "consumer family of FamilyEvent",
        ]));
    }

    [Test]
    public async Task L5_A_linker_of_a_library_of_a_library_has_its_own_handlers_from_all_assemblies()
    {
        await using EventEmitter emitter = way.CreateFor(new ConsumerLinker());
        (await emitter.EmitAsync("cross.named", _calls).InTime()).ThrowIfFailed();
        Assert.That(_calls, Is.EqualTo(["app on consumer's linker", "consumer's linker"]));
        Assert.That((await emitter.EmitAsync("cross.app", _calls, 1).InTime()).SubscriberCount, Is.Zero);
    }
}
