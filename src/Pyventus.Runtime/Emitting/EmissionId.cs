namespace Pyventus;

/// <summary>
/// The id of an emission, which outlives it in contexts. Made when it is asked for: its random numbers take longer than the
/// rest of an emission. Thread-safe.
/// </summary>
internal sealed class EmissionId
{
    private object? _value;

    public Guid Value => (Guid)(Volatile.Read(ref _value) ?? Interlocked.CompareExchange(ref _value, Guid.NewGuid(), null) ?? _value);
}
