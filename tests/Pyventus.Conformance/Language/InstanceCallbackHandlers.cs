namespace Pyventus.Conformance;

internal sealed class InstanceCallbackHandlers
{
    private int _calls;

    [On("callback.instance", Linker = typeof(LanguageLinker), OnSuccess = nameof(Succeeded))]
    internal int Handle(CallLog log)
    {
        log.Add($"handle {++_calls}");
        return _calls;
    }

    internal void Succeeded(int result, EventContext context) => CallLog.Of(context).Add($"succeeded {result} {_calls}");
}
