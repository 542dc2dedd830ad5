namespace Pyventus.Aot.Scenarios;

/// <summary>Success and failure callbacks, synchronous and asynchronous, of static and instance handlers.</summary>
internal static class CallbackScenario
{
    public static async Task RunAsync()
    {
        Transcript.Section("callbacks");
        await using var emitter = new AsyncEventEmitter();
        Transcript.Result("divide", await emitter.EmitAsync("divide", 1, 4));
        Transcript.Result("divide", await emitter.EmitAsync("divide", 1, 0));
        Transcript.Result("divide.later", await emitter.EmitAsync("divide.later", 3, 4));
        Transcript.Result("divide.later", await emitter.EmitAsync("divide.later", 3, 0));
        emitter.Emit("sum.added", 5);
        emitter.Emit("sum.added", 6);
    }

    [On("divide", OnSuccess = nameof(Show), OnFailure = nameof(Oops))]
    internal static float Divide(int a, int b) => b == 0 ? throw new DivideByZeroException("no quotient") : (float)a / b;

    [On("divide.later", OnSuccess = nameof(ShowAsync), OnFailure = nameof(OopsAsync))]
    internal static async Task<double> DivideLater(int a, int b)
    {
        await Task.Yield();
        return Divide(a, b);
    }

    internal static void Show(double result, EventContext context) => Transcript.Line($"{context.EventName}: {result}");

    internal static void Oops(Exception e) => Transcript.Line($"oops: {e.Message}");

    internal static async Task ShowAsync(double result, CancellationToken cancellationToken)
    {
        await Task.Yield();
        Transcript.Line($"later: {result}, cancellable: {cancellationToken.CanBeCanceled}");
    }

    internal static async ValueTask OopsAsync(EventContext context, Exception e)
    {
        await Task.Yield();
        Transcript.Line($"{context.EventName} oops: {e.Message}");
    }
}
