namespace Pyventus.Guides.Tests;

/// <summary>What examples write to the console, from any thread, until it is disposed.</summary>
internal sealed class CapturedOutput : IDisposable
{
    private readonly TextWriter _out = Console.Out;
    private readonly TextWriter _error = Console.Error;
    private readonly StringWriter _capturedOut = new();
    private readonly StringWriter _capturedError = new();

    public CapturedOutput()
    {
        // The console synchronizes a writer that it is given.
        Console.SetOut(_capturedOut);
        Console.SetError(_capturedError);
    }

    public string[] Lines => ReadLines(_capturedOut);

    public string[] ErrorLines => ReadLines(_capturedError);

    public void Dispose()
    {
        Console.SetOut(_out);
        Console.SetError(_error);
    }

    private static string[] ReadLines(StringWriter writer) => writer.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
}
