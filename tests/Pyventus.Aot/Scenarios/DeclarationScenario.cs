namespace Pyventus.Aot.Scenarios;

/// <summary>Events that a method declares and emits.</summary>
internal static class DeclarationScenario
{
    public static async Task RunAsync()
    {
        Transcript.Section("declared events");
        await using var emitter = new AsyncEventEmitter();
        emitter.TicketSold(1);
        emitter.TicketSold(customer: "ada", id: 2);
        using var source = new CancellationTokenSource();
        Transcript.Result("ticket.sold", await emitter.TicketSoldAsync(3, day: DayOfWeek.Monday, cancellationToken: source.Token));
        for (int id = 10; id <= 12; id++)
        {
            // From the second time on, the handlers are called directly.
            Transcript.Result("ticket.sold", await emitter.TicketSoldAsync(id));
        }

        Transcript.Result("ticket.unhandled", await emitter.UnhandledAsync(4));

        string name = string.Concat("ticket", ".sold");
        emitter.Emit(name, (short)5);
        Transcript.Throws(() => emitter.Emit(name, "six"));
        Transcript.Throws(() => EventLinker.Default.Subscribe(string.Concat("ticket", ".unhandled"), (string text) => Transcript.Line($"{text}")));
    }

    [On("ticket.sold")]
    internal static void Print(long id) => Transcript.Line($"ticket {id}");

    [On("ticket.sold")]
    internal static void Seat(int id, string customer, DayOfWeek day, CancellationToken cancellationToken) =>
        Transcript.Line($"seat {id} {customer} {day}, cancellable: {cancellationToken.CanBeCanceled}");
}
