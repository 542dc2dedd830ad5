namespace Pyventus.Roslyn.Testing;

/// <summary>What was verified is not so; the message says what was expected and what was found.</summary>
public sealed class VerificationException : Exception
{
    public VerificationException(string message)
        : base(message)
    {
    }
}
