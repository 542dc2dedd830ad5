namespace Pyventus;

/// <summary>What only some submitted emissions have: a token, once subscribers, somebody who looks, failures.</summary>
internal sealed class EmissionDetails
{
    private OnceClaims? _claims;

    public EmissionId Id { get; } = new();

    public DateTimeOffset Timestamp { get; init; }

    /// <summary>The token given to <c>EmitAsync</c>.</summary>
    public CancellationToken CallerToken { get; init; }

    /// <summary>Drops the emission when that is cancelled.</summary>
    public CancellationTokenRegistration Registration { get; set; }

    /// <summary>Links that token with the one of a service.</summary>
    public CancellationTokenSource? LinkedTokens { get; set; }

    public EmissionTrace? Trace { get; set; }

    /// <summary>The once subscribers that the emission has claimed; null before, and when there are none.</summary>
    public OnceClaims? Claims
    {
        get => Volatile.Read(ref _claims);
        set => Volatile.Write(ref _claims, value);
    }

    /// <summary>What failed, once the emission has ended.</summary>
    public IReadOnlyList<HandlerFailure>? Failures { get; set; }

    /// <summary>What <c>EmitAsync</c> throws, once the emission has ended.</summary>
    public Exception? Exception { get; set; }
}
