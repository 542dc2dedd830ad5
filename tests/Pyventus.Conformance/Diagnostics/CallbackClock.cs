namespace Pyventus.Conformance;

/// <summary>Runs code of the test whenever it is asked for the time.</summary>
internal sealed class CallbackClock(Action asked) : TimeProvider
{
    public override DateTimeOffset GetUtcNow()
    {
        asked();
        return base.GetUtcNow();
    }
}
