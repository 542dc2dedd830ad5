namespace Pyventus.Benchmarks.Cases.Linking;

/// <summary>Emitting to ten subscribers among many events and subscribers: the others should not matter.</summary>
internal static class ScaleQuestion
{
    private const string Name = "scale";
    private const int SubscribersOfEach = 10;
    private static readonly int[] _sizes = [1, 100, 10_000];

    public static Question Create() => new(Name, "Emit to ten subscribers of one of many events, ten subscribers each", "events", CreateCases);

    private static List<Case> CreateCases()
    {
        List<Case> cases = [];
        foreach (int size in _sizes)
        {
            string[] names = [.. Enumerable.Range(0, size).Select(static number => $"event.{number}")];
            cases.Add(CreateCase("Dictionary and array, one event after the other", size, CreateDictionaryLoop(names), isBaseline: true));
            EventEmitter emitter = CreateEmitter(names);
            cases.Add(CreateCase("Emit, always the same event", size, CreateLoop(emitter, names[..1])));
            cases.Add(CreateCase("Emit, one event after the other", size, CreateLoop(emitter, names)));
        }

        return cases;
    }

    private static AsyncEventEmitter CreateEmitter(string[] names)
    {
        var linker = EventLinker.CreateEmpty();
        foreach (string name in names)
        {
            for (int number = 0; number < SubscribersOfEach; number++)
            {
                linker.Subscribe(name, DynamicHandlers.Add);
            }
        }

        return new AsyncEventEmitter(new EventEmitterOptions { Linker = linker });
    }

    private static Action<int> CreateLoop(EventEmitter emitter, string[] names) => operations =>
    {
        int next = 0;
        for (int count = 0; count < operations; count++)
        {
            emitter.Emit(names[next], Case.Value);
            next = next + 1 == names.Length ? 0 : next + 1;
        }
    };

    private static Action<int> CreateDictionaryLoop(string[] names)
    {
        Dictionary<string, Action<int>[]> handlers = names.ToDictionary(static name => name, static _ => Enumerable.Repeat(DynamicHandlers.Add, SubscribersOfEach).ToArray(), StringComparer.Ordinal);
        return operations =>
        {
            int next = 0;
            for (int count = 0; count < operations; count++)
            {
                foreach (Action<int> handler in handlers[names[next]])
                {
                    handler(Case.Value);
                }

                next = next + 1 == names.Length ? 0 : next + 1;
            }
        };
    }

    private static Case CreateCase(string variant, int size, Action<int> run, bool isBaseline = false) => new()
    {
        Question = Name,
        Variant = variant,
        Size = size,
        IsBaseline = isBaseline,
        RunAsync = Case.Synchronously(run),
        GetSum = static () => DynamicHandlers.Sum,
        SumPerOperation = SubscribersOfEach * Case.Value,
    };
}
