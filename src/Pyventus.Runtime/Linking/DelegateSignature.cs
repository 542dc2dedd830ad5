namespace Pyventus;

/// <summary>Which parameters of a delegate are payload, and which the emission supplies.</summary>
/// <param name="Payload">The types of the payload parameters, in order.</param>
/// <param name="Special">
/// For each parameter its type when the emission supplies it (<see cref="EventContext"/>, <see cref="CancellationToken"/>),
/// else null; null as a whole when there is no such parameter.
/// </param>
internal sealed record DelegateSignature(Type[] Payload, Type?[]? Special)
{
    /// <summary>A handler that takes the context and no payload, whatever the event.</summary>
    public static readonly DelegateSignature ContextOnly = Of([typeof(EventContext)]);

    public static DelegateSignature Of(Type[] parameters)
    {
        if (!Array.Exists(parameters, IsSpecial))
        {
            return new DelegateSignature(parameters, null);
        }

        return new DelegateSignature(
            Array.FindAll(parameters, static type => !IsSpecial(type)),
            Array.ConvertAll(parameters, static type => IsSpecial(type) ? type : null));
    }

    private static bool IsSpecial(Type type) => type == typeof(EventContext) || type == typeof(CancellationToken);
}
