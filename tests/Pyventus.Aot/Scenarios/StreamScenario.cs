namespace Pyventus.Aot.Scenarios;

/// <summary>Events as an asynchronous sequence, and as an observable one.</summary>
internal static class StreamScenario
{
    public static async Task RunAsync()
    {
        Transcript.Section("streams");
        EventLinker linker = EventLinker.CreateEmpty();
        await using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = linker });
        Task<int> reading = ReadAsync(linker);
        Task<string> readingNames = ReadNamesAsync(linker);
        for (int number = 1; number <= 3; number++)
        {
            await emitter.EmitAsync(new Reading(number));
            await emitter.EmitAsync("reading.named", number);
        }

        Transcript.Line($"sum {await reading}");
        Transcript.Line($"{await readingNames}");
        Transcript.Line($"left: {linker.SubscriberCount}");

        using (linker.Observe<int>("reading.observed").Subscribe(new ReadingObserver()))
        {
            emitter.Emit("reading.observed", 4);
        }

        emitter.Emit("reading.observed", 5);
    }

    private static async Task<int> ReadAsync(EventLinker linker)
    {
        int sum = 0;
        await foreach (Reading reading in linker.StreamAsync<Reading>(new StreamOptions { Capacity = 2 }))
        {
            sum += reading.Value;
            if (reading.Value == 3)
            {
                break;
            }
        }

        return sum;
    }

    private static async Task<string> ReadNamesAsync(EventLinker linker)
    {
        using var enough = new CancellationTokenSource();
        var read = new List<int>();
        try
        {
            await foreach (int number in linker.StreamAsync<int>("reading.*", cancellationToken: enough.Token))
            {
                read.Add(number);
                if (number == 3)
                {
                    await enough.CancelAsync();
                }
            }

            return "ended";
        }
        catch (OperationCanceledException)
        {
            return $"cancelled after {string.Join(", ", read)}";
        }
    }

    internal readonly record struct Reading(int Value);
}
