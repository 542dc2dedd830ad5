namespace Pyventus;

/// <summary>The base of the exceptions this library defines.</summary>
public class PyventusException : Exception
{
    /// <summary>Initializes an exception without a message.</summary>
    public PyventusException()
    {
    }

    /// <summary>Initializes an exception.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    public PyventusException(string? message)
        : base(message)
    {
    }

    /// <summary>Initializes an exception with its cause.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public PyventusException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
