using Pyventus.CompilerServices;

namespace Pyventus.Conformance;

/// <summary>Emissions of the catch-all pattern itself: its handlers are in a table, and the arguments are those of the emission.</summary>
[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.All))]
public sealed class CatchAllTests(ProcessingWay way)
{
    private static readonly Lazy<TableEvent> _table = new(Register);

    private readonly CallLog _log = new();

    [Test]
    public async Task E2_Arguments_that_a_catch_all_handler_cannot_take_are_refused()
    {
        _ = _table.Value;
        EventEmitter emitter = way.CreateFor(new CatchAllLinker());
        Assert.That(() => emitter.Emit(EventPattern.All, _log, new object()), Throws.TypeOf<EventSignatureException>());
        Assert.That(async () => await emitter.EmitAsync(EventPattern.All, _log, 5L), Throws.TypeOf<EventSignatureException>());
        await emitter.EmitAsync(EventPattern.All, _log, "text", 5L).InTime();
        await emitter.DisposeAsync().InTime();
        Assert.That(_log.Calls, Is.EqualTo(["text"]));
    }

    [Test]
    public async Task P3_The_context_of_a_catch_all_handler_has_the_arguments_of_the_emission()
    {
        EventEmitter emitter = way.CreateFor(new CatchAllContextLinker());
        await emitter.EmitAsync(EventPattern.All, _log, 1, "ada").InTime();
        emitter.Emit(EventPattern.All, _log, 2);
        await emitter.DisposeAsync().InTime();
        Assert.That(_log.Calls, Is.EqualTo(["1 ada", "2"]));
    }

    private static TestTableEvent<Payload<CallLog, string>> Register()
    {
        var tableEvent = new TestTableEvent<Payload<CallLog, string>>(EventPattern.All, 2, "Tests!Handlers.All()#0", static payload => payload.Item1.Add(payload.Item2));
        LinkerTable.Register(new TestTable("Pyventus.Conformance.CatchAll", typeof(CatchAllLinker), tableEvent));
        return tableEvent;
    }
}
