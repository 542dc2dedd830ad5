using System.Diagnostics.CodeAnalysis;

namespace Pyventus;

/// <summary>What a name must look like to be the name of an event.</summary>
internal static class EventNames
{
    public static void Validate([NotNull] string? name, string parameterName = "eventName")
    {
        ArgumentNullException.ThrowIfNull(name, parameterName);
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new ArgumentException("An event name is neither empty nor white space; give the event a name such as \"order.placed\".", parameterName);
        }

        // Reserved from the first version on: a name with '*' would change its meaning when patterns arrive.
        if (name.Contains('*', StringComparison.Ordinal))
        {
            throw new ArgumentException($"The event name '{name}' contains '*', which is reserved; use a name without it.", parameterName);
        }
    }
}
