using System.Globalization;

namespace Pyventus.Benchmarks.Cases.Linking;

/// <summary>What something takes while nothing happens.</summary>
/// <param name="What">What it is.</param>
/// <param name="Bytes">How much of the managed heap one of it takes.</param>
internal sealed record MemoryUse(string What, double Bytes)
{
    private const int Count = 100_000;
    private const int Events = 10_000;

    /// <summary>Measures everything there is to measure.</summary>
    public static IReadOnlyList<MemoryUse> MeasureAll() =>
    [
        new("subscriber of an event with others", Measure(static () => Fill(static _ => "event", EventLinker.CreateEmpty()), Count)),
        new("event with one subscriber, beside the name itself", Measure(FillEvents(), Events)),
        new("list of one delegate in a dictionary", Measure(FillDictionary(), Events)),
        new("linker without subscribers", Measure(static () => Enumerable.Range(0, 1000).Select(static _ => EventLinker.CreateEmpty()).ToArray(), 1000)),
        new("emitter", Measure(static () => Enumerable.Range(0, 1000).Select(static _ => new AsyncEventEmitter()).ToArray(), 1000)),
    ];

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static MemoryUse Parse(string line) =>
        line.Split('\t') is [var what, var bytes]
            ? new MemoryUse(what, double.Parse(bytes, CultureInfo.InvariantCulture))
            : throw new FormatException($"'{line}' is no use of memory.");

    /// <summary>One line for another process.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{What}\t{Bytes:F1}");

    private static Func<object> FillEvents()
    {
        string[] names = [.. Enumerable.Range(0, Events).Select(static number => $"event.{number}")];
        return () =>
        {
            var linker = EventLinker.CreateEmpty();
            foreach (string name in names)
            {
                linker.Subscribe(name, DynamicHandlers.Add);
            }

            return linker;
        };
    }

    private static Func<object> FillDictionary()
    {
        string[] names = [.. Enumerable.Range(0, Events).Select(static number => $"event.{number}")];
        return () => names.ToDictionary(static name => name, static _ => new List<Action<int>> { DynamicHandlers.Add }, StringComparer.Ordinal);
    }

    private static EventLinker Fill(Func<int, string> getName, EventLinker linker)
    {
        for (int number = 0; number < Count; number++)
        {
            linker.Subscribe(getName(number), DynamicHandlers.Add);
        }

        return linker;
    }

    private static double Measure(Func<object> create, int count)
    {
        // Once for what is made only once.
        GC.KeepAlive(create());
        long before = GC.GetTotalMemory(forceFullCollection: true);
        object created = create();
        long after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(created);
        return (double)(after - before) / count;
    }
}
