namespace Pyventus.Conformance;

[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.All))]
public sealed class DeclaredEventTests(ProcessingWay way)
{
    private readonly LanguageLinker _linker = new();
    private readonly CallLog _log = new();

    [Test]
    public async Task L10_A_declared_event_is_emitted_by_its_method_with_named_and_default_arguments()
    {
        await using EventEmitter emitter = way.CreateFor(_linker);
        (await emitter.DeclaredAsync(_log, 1).InTime()).ThrowIfFailed();
        using var cancellation = new CancellationTokenSource();
        (await emitter.DeclaredAsync(customer: "ada", id: 2, log: _log, numbers: [1, null], cancellationToken: cancellation.Token).InTime()).ThrowIfFailed();
        Assert.That(_log.Calls, Is.EqualTo(["leading 1", "whole 1 guest none False", "leading 2", "whole 2 ada 1| True"]));
    }

    [Test]
    public async Task L10_The_synchronous_form_does_not_wait()
    {
        EventEmitter emitter = way.CreateFor(_linker);
        emitter.Declared(_log, 3, "bob");
        await emitter.DisposeAsync().InTime();
        Assert.That(_log.Calls, Is.EqualTo(["leading 3", "whole 3 bob none False"]));
    }

    [Test]
    public async Task E2_A_declaration_is_the_contract_of_names_that_are_not_constant()
    {
        await using EventEmitter emitter = way.CreateFor(_linker);
        string name = string.Concat("decl", "ared");
        (await emitter.EmitAsync(name, _log, (byte)4).InTime()).ThrowIfFailed();
        Assert.That(_log.Calls, Is.EqualTo(["leading 4", "whole 4 guest none False"]));
        Assert.That(() => emitter.Emit(name, _log), Throws.TypeOf<EventSignatureException>().With.Message.Contains("'declared'"));
        Assert.That(() => emitter.Emit(name, _log, 1, 2), Throws.TypeOf<EventSignatureException>());
    }

    [Test]
    public async Task E1_E2_A_declared_event_without_handlers_is_checked_and_goes_nowhere()
    {
        await using EventEmitter emitter = way.CreateFor(_linker);
        Assert.That((await emitter.UnhandledAsync(1).InTime()).SubscriberCount, Is.Zero);
        string name = "declared.unhandled";
        Assert.That(() => emitter.Emit(name, "1"), Throws.TypeOf<EventSignatureException>().With.Message.Contains("is given (string) and expects (int id, string? note = null), as 'Pyventus.Conformance.DeclaredEvents.UnhandledAsync' declares it;"));
        Assert.That(() => _linker.Subscribe(name, (string _) => { }), Throws.TypeOf<EventSignatureException>());
        _linker.Subscribe(name, (int id, string? note) => _log.Add($"{id} {note ?? "none"}"));
        await emitter.UnhandledAsync(2).InTime();
        Assert.That(_log.Calls, Is.EqualTo(["2 none"]));
    }

    [Test]
    public void A_declared_event_needs_an_emitter() =>
        Assert.That(() => DeclaredEvents.Declared(null!, _log, 1), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("emitter"));
}
