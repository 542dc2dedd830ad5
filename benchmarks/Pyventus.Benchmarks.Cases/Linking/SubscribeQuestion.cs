namespace Pyventus.Benchmarks.Cases.Linking;

/// <summary>Subscribing and unsubscribing again, with any number of other subscribers.</summary>
internal static class SubscribeQuestion
{
    public const string Name = "subscribe";
    public const string List = "List<T> of delegates";
    public const string OthersElsewhere = "others on 1,000 other events";
    public const string OthersOnTheEvent = "others on the same event";
    private const string Event = "event.0";
    private const int Events = 1000;
    private static readonly int[] _sizes = [10, 1000, 100_000];
    private static long _operations;

    public static Question Create() => new(Name, "Subscribe and unsubscribe", "other subscribers", CreateCases);

    private static List<Case> CreateCases()
    {
        List<Case> cases = [];
        foreach (int size in _sizes)
        {
            cases.Add(CreateCase(List, size, CreateListLoop(size), isBaseline: true));
            cases.Add(CreateCase(OthersElsewhere, size, CreateLoop(Subscribe(size, static number => $"other.{number % Events}"))));
            cases.Add(CreateCase(OthersOnTheEvent, size, CreateLoop(Subscribe(size, static _ => Event))));
        }

        return cases;
    }

    private static EventLinker Subscribe(int subscribers, Func<int, string> getName)
    {
        var linker = EventLinker.CreateEmpty();
        for (int number = 0; number < subscribers; number++)
        {
            linker.Subscribe(getName(number), DynamicHandlers.Add);
        }

        return linker;
    }

    private static Action<int> CreateLoop(EventLinker linker) => operations =>
    {
        for (int count = 0; count < operations; count++)
        {
            using EventSubscriber subscriber = linker.Subscribe(Event, DynamicHandlers.Add);
        }

        _operations += operations;
    };

    // The baseline is the least there is: the new one is the last, so nothing is searched or moved.
    private static Action<int> CreateListLoop(int subscribers)
    {
        List<Action<int>> handlers = [.. Enumerable.Repeat(DynamicHandlers.Add, subscribers)];
        return operations =>
        {
            for (int count = 0; count < operations; count++)
            {
                handlers.Add(DynamicHandlers.Add);
                handlers.RemoveAt(handlers.Count - 1);
            }

            _operations += operations;
        };
    }

    private static Case CreateCase(string variant, int size, Action<int> run, bool isBaseline = false) => new()
    {
        Question = Name,
        Variant = variant,
        Size = size,
        IsBaseline = isBaseline,
        RunAsync = Case.Synchronously(run),
        GetSum = static () => _operations,
        SumPerOperation = 1,
    };
}
