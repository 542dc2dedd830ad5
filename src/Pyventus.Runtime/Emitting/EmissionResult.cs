namespace Pyventus;

/// <summary>What became of an emission.</summary>
public readonly struct EmissionResult : IEquatable<EmissionResult>
{
    private readonly IReadOnlyList<HandlerFailure>? _failures;

    internal EmissionResult(int subscriberCount, IReadOnlyList<HandlerFailure>? failures)
    {
        SubscriberCount = subscriberCount;
        _failures = failures;
    }

    /// <summary>How many handlers were run; 0 when nobody listens.</summary>
    public int SubscriberCount { get; }

    /// <summary>How many failures there were.</summary>
    public int FailureCount => _failures?.Count ?? 0;

    /// <summary>Whether nothing failed; true as well when nobody listens.</summary>
    public bool IsSuccess => _failures is null;

    /// <summary>The failures, in the order in which they happened.</summary>
    public IReadOnlyList<HandlerFailure> Failures => _failures ?? [];

    /// <summary>Whether both are the outcome of the same emission, or both of emissions without failures and equally many handlers.</summary>
    /// <param name="left">A result.</param>
    /// <param name="right">A result.</param>
    public static bool operator ==(EmissionResult left, EmissionResult right) => left.Equals(right);

    /// <summary>The opposite of equality.</summary>
    /// <param name="left">A result.</param>
    /// <param name="right">A result.</param>
    public static bool operator !=(EmissionResult left, EmissionResult right) => !left.Equals(right);

    /// <summary>Does nothing when nothing failed.</summary>
    /// <exception cref="AggregateException">A handler failed; it contains what each one threw.</exception>
    public void ThrowIfFailed()
    {
        if (_failures is not null)
        {
            throw new AggregateException($"{_failures.Count} failures in {SubscriberCount} handlers.", HandlerFailures.GetExceptions(_failures));
        }
    }

    /// <inheritdoc/>
    public bool Equals(EmissionResult other) => SubscriberCount == other.SubscriberCount && ReferenceEquals(_failures, other._failures);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EmissionResult other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(SubscriberCount, _failures);
}
