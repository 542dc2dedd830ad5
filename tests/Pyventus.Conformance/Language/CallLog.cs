namespace Pyventus.Conformance;

/// <summary>What handlers did, in order; travels as the first argument of an event. Thread-safe.</summary>
internal sealed class CallLog
{
    private readonly List<string> _calls = [];

    public IReadOnlyList<string> Calls
    {
        get
        {
            lock (_calls)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>The log that the emission carries.</summary>
    public static CallLog Of(EventContext context) => (CallLog)context.Arguments[0]!;

    public void Add(string call)
    {
        lock (_calls)
        {
            _calls.Add(call);
        }
    }
}
