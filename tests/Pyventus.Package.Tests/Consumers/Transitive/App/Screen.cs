using Pyventus;

namespace App;

internal static class Screen
{
    [On("order.placed")]
    internal static void Show(int id) => Console.WriteLine($"the program shows order {id}");

#if MISTAKE
    // The next line is line 12 of the file: the test says where the error is.
    [On("")]
    internal static void Nothing()
    {
    }
#endif
}
