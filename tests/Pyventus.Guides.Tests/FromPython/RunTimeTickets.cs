namespace Pyventus.Guides.Tests.FromPython;

internal static class RunTimeTickets
{
    public static async Task RunAsync()
    {
        await using var emitter = new AsyncEventEmitter();

        EventSubscriber show = emitter.Linker.Subscribe("ticket.closed", (int id) => Console.WriteLine($"ticket {id} closed"));
        emitter.Linker.Subscribe("ticket.closed", async (int id) => await Console.Out.WriteLineAsync($"ticket {id} archived"));
        emitter.Linker.Subscribe("ticket.closed", (int id) => Console.WriteLine("our first!"), new SubscribeOptions { Once = true });

        await emitter.EmitAsync("ticket.closed", 7);
        show.Unsubscribe();                                  // or Dispose, or emitter.Linker.RemoveSubscriber(show)
        await emitter.EmitAsync("ticket.closed", 8);
        emitter.Linker.RemoveEvent("ticket.closed");         // whoever listens
    }
}
