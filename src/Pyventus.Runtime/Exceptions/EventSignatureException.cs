namespace Pyventus;

/// <summary>The payload of an emission, or the parameters of a subscription, do not fit the event; says what was expected and what was given.</summary>
public sealed class EventSignatureException : PyventusException
{
    /// <summary>Initializes an exception without a message.</summary>
    public EventSignatureException()
    {
    }

    /// <summary>Initializes an exception.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    public EventSignatureException(string? message)
        : base(message)
    {
    }

    /// <summary>Initializes an exception with its cause.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public EventSignatureException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
