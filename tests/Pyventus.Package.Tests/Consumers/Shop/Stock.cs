using Pyventus;

namespace Shop;

internal static class Stock
{
    [On("order.placed", Linker = typeof(StockLinker))]
    internal static void Reserve(int id) => Console.WriteLine($"  reserve for order {id}");

    [Once("order.placed", Linker = typeof(StockLinker))]
    internal static void Count() => Console.WriteLine("  count once");
}
