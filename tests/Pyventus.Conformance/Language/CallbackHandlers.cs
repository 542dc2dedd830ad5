namespace Pyventus.Conformance;

internal static class CallbackHandlers
{
    [On("callback.divide", Linker = typeof(LanguageLinker), OnSuccess = nameof(Show), OnFailure = nameof(Oops))]
    internal static double Divide(CallLog log, int a, int b)
    {
        log.Add($"divide {a} {b}");
        return b == 0 ? throw new DivideByZeroException("{0} %s {Handler}") : (double)a / b;
    }

    [On("callback.divideAsync", Linker = typeof(LanguageLinker), OnSuccess = nameof(ShowAsync), OnFailure = nameof(OopsAsync))]
    internal static async Task<double> DivideAsync(CallLog log, int a, int b)
    {
        await Task.Yield();
        return Divide(log, a, b);
    }

    [On("callback.none", Linker = typeof(LanguageLinker), OnSuccess = nameof(Done))]
    internal static ValueTask NoResult(CallLog log)
    {
        log.Add("no result");
        return default;
    }

    [On("callback.wide", Linker = typeof(LanguageLinker), OnSuccess = nameof(Show), ForceAsync = true)]
    internal static float Wide(CallLog log) => 1.5f;

    [On("callback.broken", Linker = typeof(LanguageLinker), OnSuccess = nameof(Throw), Order = 1)]
    [On("callback.broken", Linker = typeof(LanguageLinker), OnSuccess = nameof(ThrowAsync), Order = 2)]
    internal static int Broken(CallLog log) => 1;

    [On("callback.brokenFailure", Linker = typeof(LanguageLinker), OnFailure = nameof(ThrowAsync))]
    internal static void BrokenFailure(CallLog log) => throw new NotSupportedException("handler");

    [Once("callback.once", Linker = typeof(LanguageLinker), OnSuccess = nameof(Done))]
    internal static void Once(CallLog log) => log.Add("once");

    internal static void Show(double result, EventContext context) => CallLog.Of(context).Add(FormattableString.Invariant($"show {result}"));

    internal static async Task ShowAsync(EventContext context, double result, CancellationToken token)
    {
        await Task.Yield();
        CallLog.Of(context).Add(FormattableString.Invariant($"show later {result} {token.CanBeCanceled}"));
    }

    internal static void Oops(EventContext context, Exception e) => CallLog.Of(context).Add("oops " + e.Message);

    internal static async ValueTask OopsAsync(Exception e, EventContext context)
    {
        await Task.Yield();
        CallLog.Of(context).Add("oops later " + e.Message);
    }

    internal static void Done(EventContext context) => CallLog.Of(context).Add("done");

    internal static void Throw() => throw new InvalidOperationException("callback");

    internal static async Task ThrowAsync()
    {
        await Task.Yield();
        throw new InvalidOperationException("callback later");
    }
}
