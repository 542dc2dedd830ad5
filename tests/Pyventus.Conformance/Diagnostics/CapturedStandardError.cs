namespace Pyventus.Conformance;

/// <summary>Standard error of the process for the length of a test.</summary>
internal sealed class CapturedStandardError : IDisposable
{
    private readonly TextWriter _original = Console.Error;
    private readonly StringWriter _text = new();

    public CapturedStandardError()
    {
        Console.SetError(TextWriter.Synchronized(_text));
    }

    public override string ToString() => _text.ToString();

    public void Dispose() => Console.SetError(_original);
}
