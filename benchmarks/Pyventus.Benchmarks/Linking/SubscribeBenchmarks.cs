using BenchmarkDotNet.Attributes;

namespace Pyventus.Benchmarks.Linking;

/// <summary>10,000 subscriptions at run time, ten to each of 1,000 events, beside a dictionary of lists.</summary>
[MemoryDiagnoser]
[HideColumns("Error", "RatioSD", "Alloc Ratio")]
public class SubscribeBenchmarks
{
    private const int Subscriptions = 10_000;

    private readonly string[] _names = [.. Enumerable.Range(0, 1000).Select(static number => $"event.{number}")];
    private readonly Action<int> _handler = static _ => { };

    // Runs in each benchmark process: what is timed links every subscriber.
    [GlobalSetup]
    public void Verify()
    {
        EventLinker linker = Subscribe();
        if (linker.SubscriberCount != Subscriptions || linker.EventCount != _names.Length || DictionaryOfLists().Values.Sum(static list => list.Count) != Subscriptions)
        {
            throw new InvalidOperationException($"{linker.SubscriberCount} subscribers of {linker.EventCount} events were linked.");
        }
    }

    [Benchmark(Baseline = true)]
    public Dictionary<string, List<Action<int>>> DictionaryOfLists()
    {
        var handlers = new Dictionary<string, List<Action<int>>>(StringComparer.Ordinal);
        for (int number = 0; number < Subscriptions; number++)
        {
            string name = _names[number % _names.Length];
            if (!handlers.TryGetValue(name, out List<Action<int>>? list))
            {
                handlers.Add(name, list = []);
            }

            list.Add(_handler);
        }

        return handlers;
    }

    [Benchmark]
    public EventLinker Subscribe()
    {
        var linker = EventLinker.CreateEmpty();
        for (int number = 0; number < Subscriptions; number++)
        {
            linker.Subscribe(_names[number % _names.Length], _handler);
        }

        return linker;
    }
}
