namespace Pyventus.Guides.Tests.FromPython;

internal static class Division
{
    [On("divide", OnSuccess = nameof(Show), OnFailure = nameof(Explain))]
    internal static int Divide(int dividend, int divisor) => dividend / divisor;

    internal static void Show(int quotient) => Console.WriteLine($"it is {quotient}");

    internal static void Explain(Exception exception) => Console.WriteLine($"no result: {exception.GetType().Name}");

    public static void Run()
    {
        using var emitter = new AsyncEventEmitter();
        emitter.Emit("divide", 12, 4);
        emitter.Emit("divide", 12, 0);
    }
}
