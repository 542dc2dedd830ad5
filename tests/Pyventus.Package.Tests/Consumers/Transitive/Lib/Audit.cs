using Pyventus;

namespace Lib;

internal static class Audit
{
    [On("order.placed")]
    internal static void Record(int id) => Console.WriteLine($"the library records order {id}");
}
