namespace Pyventus.Benchmarks.Cases.Linking;

/// <summary>Emitting a name that nobody has linked, which is searched each time, when other names have come and gone.</summary>
internal static class SearchQuestion
{
    public const string Name = "search";
    public const string Dictionary = "a dictionary without it";
    public const string Unlinked = "Emit, nobody linked the name";

    // As many wait at a time as a small program has subscriptions to replies.
    private const int Waiting = 90;
    private static readonly int[] _sizes = [0, 20_000];

    // So many that chance evens out: strings have other hashes in each process. Not constants, for call sites remember.
    private static readonly string[] _unlinked = [.. Enumerable.Range(0, 1000).Select(static number => $"nobody.{number}")];
    private static long _operations;

    public static Question Create() => new(Name, "Emit a name that nobody linked", "names come and gone", CreateCases);

    private static List<Case> CreateCases()
    {
        List<Case> cases = [];
        foreach (int size in _sizes)
        {
            cases.Add(CreateCase(Dictionary, size, CreateDictionaryLoop(), isBaseline: true));
            cases.Add(CreateCase(Unlinked, size, CreateLoop(new AsyncEventEmitter(new EventEmitterOptions { Linker = CreateLinker(size) }))));
        }

        return cases;
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

    private static Action<int> CreateDictionaryLoop()
    {
        var names = Enumerable.Range(0, Waiting).ToDictionary(static number => $"reply.{number}", static _ => DynamicHandlers.Add, StringComparer.Ordinal);
        return operations =>
        {
            for (int count = 0; count < operations; count++)
            {
                _operations += names.ContainsKey(_unlinked[count % _unlinked.Length]) ? 0 : 1;
            }
        };
    }

    private static EventLinker CreateLinker(int gone)
    {
        EventLinker linker = EventLinker.CreateEmpty();
        var waiting = new Queue<EventSubscriber>();
        for (int number = 0; number < gone + Waiting; number++)
        {
            if (number >= Waiting)
            {
                waiting.Dequeue().Dispose();
            }

            waiting.Enqueue(linker.Subscribe($"reply.{number}", DynamicHandlers.Add));
        }

        return linker;
    }

    private static Action<int> CreateLoop(EventEmitter emitter) => operations =>
    {
        for (int count = 0; count < operations; count++)
        {
            emitter.Emit(_unlinked[count % _unlinked.Length], Case.Value);
        }

        _operations += operations;
    };
}
