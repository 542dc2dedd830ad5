namespace Pyventus;

/// <summary>A subscription would exceed the <see cref="EventLinker.MaxSubscribers"/> of one of its events; none was linked.</summary>
public sealed class MaxSubscribersExceededException : PyventusException
{
    /// <summary>Initializes an exception without a message.</summary>
    public MaxSubscribersExceededException()
    {
    }

    /// <summary>Initializes an exception.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    public MaxSubscribersExceededException(string? message)
        : base(message)
    {
    }

    /// <summary>Initializes an exception with its cause.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public MaxSubscribersExceededException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
