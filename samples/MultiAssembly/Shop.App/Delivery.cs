using Pyventus;
using Shop.Auditing;

namespace Shop.App;

internal static class Delivery
{
    private static int _entries;

    internal static int AuditEntries => _entries;

    [On("order.placed", Order = -1)]
    internal static void Welcome(int id, decimal amount, string customer = "guest") => Console.WriteLine($"app:      {customer} ordered for {amount} EUR, number {id}");

    [On("order.paid")]
    internal static void Ship(int id, EventContext context)
    {
        Console.WriteLine($"app:      order {id} is on its way");
        context.Emitter.Emit("order.shipped.home", id);
    }

    // A second handler of an event of the audit, beside that of Shop.Auditing.
    [On("entry.written", Linker = typeof(AuditLinker))]
    internal static void Count() => Interlocked.Increment(ref _entries);
}
