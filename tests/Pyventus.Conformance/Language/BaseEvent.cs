namespace Pyventus.Conformance;

internal class BaseEvent(CallLog log) : ILogged
{
    public CallLog Log { get; } = log;
}
