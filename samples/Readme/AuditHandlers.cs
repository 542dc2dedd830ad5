using Pyventus;

namespace Shop;

internal static class AuditHandlers
{
    [On("order.placed", Linker = typeof(AuditLinker))]
    internal static void Audit(int id, string customer) => Console.WriteLine($"audit: {customer} ordered {id}");
}
