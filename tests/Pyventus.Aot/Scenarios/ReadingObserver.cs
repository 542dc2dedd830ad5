namespace Pyventus.Aot.Scenarios;

/// <summary>Writes what it observes.</summary>
internal sealed class ReadingObserver : IObserver<int>
{
    public void OnCompleted() => Transcript.Line($"completed");

    public void OnError(Exception error) => Transcript.Line($"error {error.Message}");

    public void OnNext(int value) => Transcript.Line($"observed {value}");
}
