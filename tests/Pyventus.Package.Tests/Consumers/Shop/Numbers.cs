using Pyventus;

namespace Shop;

internal static class Numbers
{
    private static int _sum;

    internal static int Sum => _sum;

    [On("number.added")]
    internal static void Add(int number) => Interlocked.Add(ref _sum, number);
}
