using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Pyventus.Aot.Scenarios;

/// <summary>What debug mode writes, and what listeners to activities and measurements see.</summary>
internal static class DiagnosticsScenario
{
    public static async Task RunAsync()
    {
        Transcript.Section("diagnostics");
        await WriteDebugOutputAsync();
        await ListenAsync();
    }

    [On("watched", Order = 1)]
    internal static void Watched(int number) => Transcript.Line($"watched {number}");

    [On("watched", Order = 2)]
    internal static async Task Refuse(int number)
    {
        await Task.Yield();
        throw new InvalidOperationException($"refused {number}");
    }

    private static async Task WriteDebugOutputAsync()
    {
        TextWriter standardError = Console.Error;
        using var debug = new StringWriter();
        Console.SetError(debug);
        try
        {
            await using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Debug = true });
            Transcript.Line($"debug: {emitter.Debug}");
            await emitter.EmitAsync("watched", 1);
        }
        finally
        {
            Console.SetError(standardError);
        }

        foreach (string line in debug.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries))
        {
            Transcript.Line($"{string.Join(' ', line.Split(' ').Select(WithoutMeasurement))}");
        }
    }

    // Ids and durations differ from run to run.
    private static string WithoutMeasurement(string word) =>
        Guid.TryParse(word.Trim('(', ')'), out _) || double.TryParse(word, out _) ? "#" : word;

    private static async Task ListenAsync()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Pyventus",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = static activity => Transcript.Line(
                $"{activity.OperationName}, in {activity.Parent?.OperationName ?? (activity.ParentSpanId == default ? "nothing" : "an emission")}: {activity.Status}, {string.Join(", ", activity.TagObjects.Where(static tag => tag.Key != "pyventus.emission.id").Select(static tag => $"{tag.Key}={tag.Value}"))}"),
        };
        ActivitySource.AddActivityListener(listener);
        using var meters = new MeterListener
        {
            InstrumentPublished = static (instrument, meters) =>
            {
                if (instrument.Meter.Name == "Pyventus")
                {
                    meters.EnableMeasurementEvents(instrument);
                }
            },
        };
        meters.SetMeasurementEventCallback<long>(static (instrument, value, tags, _) =>
            Transcript.Line($"{instrument.Name} +{value} {string.Join(", ", tags.ToArray().Select(static tag => $"{tag.Key}={tag.Value}"))}"));
        meters.Start();

        await using var emitter = new AsyncEventEmitter();
        await emitter.EmitAsync("watched", 2);
        emitter.Emit("nobody.watches");
    }
}
