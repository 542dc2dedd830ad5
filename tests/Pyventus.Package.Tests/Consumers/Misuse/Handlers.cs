using Pyventus;

namespace Misuse;

internal static class Handlers
{
    // The next line is line 8 of the file: the test says where the error is.
    [On]
    internal static void Nothing()
    {
    }
}
