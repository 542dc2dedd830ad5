namespace Pyventus.Aot.Scenarios;

/// <summary>Event objects: records, structs, generic types, exceptions, dispatched on their run-time type.</summary>
internal static class TypedEventScenario
{
    public static void Run()
    {
        Transcript.Section("typed events");
        using var emitter = new AsyncEventEmitter();
        emitter.Emit(new Placed(1, "ada"));
        Shipment shipment = new ExpressShipment(2);
        emitter.Emit(shipment);
        emitter.Emit(new Shipment(3));
        emitter.Emit(new Tick(4));
        emitter.Emit(new List<int> { 5, 6 });
        emitter.Emit(new Envelope<string>("seven"));
        emitter.Emit(new InvalidOperationException("eight"));
        emitter.Emit<Exception>(new InvalidOperationException("nine"));
        emitter.Emit(new FormatException("nobody handles the base type"));
        Transcript.Throws(() => emitter.Emit<object>("a string"));
        Transcript.Throws(() => emitter.Emit(typeof(Placed)));
    }

    [On<Placed>]
    internal static void OnPlaced(Placed e) => Transcript.Line($"placed {e.Id} {e.Customer}");

    [On(typeof(Placed))]
    internal static void OnPlacedWithout() => Transcript.Line($"placed, no payload");

    [On(typeof(Shipment), typeof(ExpressShipment), "shipment.lost")]
    internal static void OnShipment(EventContext context) => Transcript.Line($"shipment {context.Event.Type?.Name ?? context.EventName}");

    [On<ExpressShipment>]
    internal static void OnExpress(Shipment e) => Transcript.Line($"express {e.Id}, taken as its base type");

    [On<Tick>]
    internal static void OnTick(Tick e) => Transcript.Line($"tick {e.Number}");

    [On<List<int>>]
    internal static void OnNumbers(IReadOnlyCollection<int> numbers) => Transcript.Line($"numbers {numbers.Count}");

    [On<Envelope<string>>]
    internal static void OnEnvelope(Envelope<string> e) => Transcript.Line($"envelope {e.Content}");

    [On<InvalidOperationException>]
    internal static void OnInvalid(InvalidOperationException e) => Transcript.Line($"invalid operation {e.Message}");

    [On<Exception>]
    internal static void OnException(Exception e) => Transcript.Line($"only for Exception itself {e.Message}");

    internal sealed record Placed(int Id, string Customer);

    internal record Shipment(int Id);

    internal sealed record ExpressShipment(int Id) : Shipment(Id);

    internal readonly record struct Tick(int Number);

    internal sealed record Envelope<T>(T Content);
}
