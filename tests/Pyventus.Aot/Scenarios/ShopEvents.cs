namespace Pyventus.Aot.Scenarios;

/// <summary>Declared events.</summary>
internal static partial class ShopEvents
{
    [Emits("ticket.sold")]
    internal static partial void TicketSold(this EventEmitter emitter, int id, string customer = "guest", DayOfWeek day = DayOfWeek.Friday);

    [Emits("ticket.sold")]
    internal static partial ValueTask<EmissionResult> TicketSoldAsync(
        this EventEmitter emitter, int id, string customer = "guest", DayOfWeek day = DayOfWeek.Friday, CancellationToken cancellationToken = default);

    [Emits("ticket.unhandled")]
    internal static partial ValueTask<EmissionResult> UnhandledAsync(this EventEmitter emitter, int id);
}
