namespace Pyventus.Aot.Scenarios;

/// <summary>A scoped service that says which one it is and when it ends.</summary>
internal sealed class Mailer(Numbering numbering) : IAsyncDisposable
{
    private readonly int _number = numbering.Next();

    public void Send(string text) => Transcript.Line($"mailer {_number}: {text}");

    public async ValueTask DisposeAsync()
    {
        await Task.Yield();
        Transcript.Line($"mailer {_number} disposed");
    }
}
