using Lib;
using Pyventus;

namespace App;

internal static class Taxes
{
    [On("order.paid", OnSuccess = nameof(Show), OnFailure = nameof(Oops))]
    internal static decimal Compute(int id, decimal amount, [Service] ILedger ledger)
    {
        ledger.Write($"taxes of order {id}");
        return amount < 0 ? throw new ArgumentOutOfRangeException(null, "nothing was paid") : amount / 5;
    }

    internal static void Show(decimal result, EventContext context) => Console.WriteLine($"{context.EventName}: {result} EUR for the state");

    internal static async Task Oops(Exception e)
    {
        await Task.Yield();
        Console.WriteLine($"no taxes: {e.Message}");
    }

#if MISTAKE
    // The next line is line 25 of the file: the test says where the error is.
    [On("order.paid")]
    internal static void Round(int id, int amount)
    {
    }
#endif
}
