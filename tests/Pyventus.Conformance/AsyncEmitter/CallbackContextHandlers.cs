namespace Pyventus.Conformance;

/// <summary>Handlers with asynchronous callbacks, which continue where they were called.</summary>
internal static class CallbackContextHandlers
{
    [On("succeed", Linker = typeof(CallbackContextLinker), OnSuccess = nameof(LaterAsync))]
    internal static void Succeed(CallLog log)
    {
    }

    [On("succeed.async", Linker = typeof(CallbackContextLinker), OnSuccess = nameof(LaterAsync))]
    internal static ValueTask SucceedAsync(CallLog log) => default;

    [On("fail", Linker = typeof(CallbackContextLinker), OnFailure = nameof(OopsAsync))]
    internal static void Fail(CallLog log) => throw new NotSupportedException();

    internal static async Task LaterAsync(EventContext context)
    {
        await Task.Yield();
        CallLog.Of(context).Add("later");
    }

    internal static async ValueTask OopsAsync(Exception exception, EventContext context)
    {
        await Task.Yield();
        CallLog.Of(context).Add("later");
    }
}
