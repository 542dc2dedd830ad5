namespace Pyventus;

/// <summary>The failures of an emission.</summary>
internal static class HandlerFailures
{
    /// <summary>What was thrown.</summary>
    /// <param name="failures">Failures.</param>
    public static Exception[] GetExceptions(IReadOnlyList<HandlerFailure> failures)
    {
        var exceptions = new Exception[failures.Count];
        for (int index = 0; index < exceptions.Length; index++)
        {
            exceptions[index] = failures[index].Exception;
        }

        return exceptions;
    }
}
