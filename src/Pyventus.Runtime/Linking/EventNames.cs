using System.Diagnostics.CodeAnalysis;

namespace Pyventus;

/// <summary>What a name must look like to be the name of an event, or a pattern of names.</summary>
internal static class EventNames
{
    /// <summary>Accepts names and patterns: what can be subscribed to.</summary>
    public static void Validate([NotNull] string? name, string parameterName = "eventName")
    {
        ArgumentNullException.ThrowIfNull(name, parameterName);
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new ArgumentException("An event name is neither empty nor white space; give the event a name such as \"order.placed\".", parameterName);
        }

        if (EventPatterns.IsPattern(name))
        {
            ValidatePattern(name, parameterName);
        }
    }

    /// <summary>Accepts names: what can be emitted. <see cref="EventPattern.All"/> is one of them.</summary>
    public static void ValidateEmitted([NotNull] string? name, string parameterName = "eventName")
    {
        Validate(name, parameterName);
        if (EventPatterns.IsPattern(name) && name != EventPattern.All)
        {
            throw new ArgumentException(
                $"'{name}' is a pattern, and an emission is of one event: emit a name without '*', or \"**\" for the subscribers of every event.", parameterName);
        }
    }

    private static void ValidatePattern(string pattern, string parameterName)
    {
        if (!EventPatterns.IsValid(pattern))
        {
            throw new ArgumentException(
                $"'{pattern}' is neither a name nor a pattern: '*' stands for a whole segment between dots and '**' for any number of them, as in \"order.*\" and \"order.**\"; a name has no '*'.",
                parameterName);
        }
    }
}
