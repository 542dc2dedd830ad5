namespace Pyventus;

/// <summary>An emission was not accepted, or was dropped before it started: its emitter or executor was shut down, or the queue is full.</summary>
public sealed class EmissionRejectedException : PyventusException
{
    /// <summary>Initializes an exception without a message.</summary>
    public EmissionRejectedException()
    {
    }

    /// <summary>Initializes an exception.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    public EmissionRejectedException(string? message)
        : base(message)
    {
    }

    /// <summary>Initializes an exception with its cause.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public EmissionRejectedException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
