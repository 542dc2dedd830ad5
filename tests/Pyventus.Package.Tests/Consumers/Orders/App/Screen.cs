using Pyventus;

namespace App;

internal static class Screen
{
    internal const string OrderPlaced = "order.placed";

    [On(OrderPlaced)]
    internal static void Show(int id, string customer = "guest") => Console.WriteLine($"the program shows order {id} of {customer}");
}
