using Pyventus;

namespace Shop;

internal static class Calculator
{
    [On("divide", OnSuccess = nameof(Show), OnFailure = nameof(OopsAsync))]
    internal static int Divide(int a, int b) => a / b;

    internal static void Show(int result) => Console.WriteLine($"the quotient is {result}");

    internal static Task OopsAsync(Exception exception) => Console.Out.WriteLineAsync(exception.Message);
}
