namespace Pyventus.Benchmarks.Cases.Linking;

/// <summary>The same emitter used by any number of threads at a time: nothing should be contended.</summary>
internal static class ThreadsQuestion
{
    private const string Name = "threads";
    private const int Handlers = 4;
    private const int Operations = 1_000_000;
    private static readonly int[] _sizes = [1, 2, 64];
    private static long _sum;

    public static Question Create() => new(Name, "Emit to four handlers from many threads (time per emission of all)", "threads", CreateCases);

    private static List<Case> CreateCases()
    {
        EventEmitter emitter = new AsyncEventEmitter();
        List<Case> cases = [];
        foreach (int size in _sizes)
        {
            cases.Add(CreateCase("direct calls", size, Call, isBaseline: true));
            cases.Add(CreateCase("Emit", size, operations => Emit(emitter, operations)));
        }

        return cases;
    }

    private static void Call(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            ThreadHandlers.H1(Case.Value);
            ThreadHandlers.H2(Case.Value);
            ThreadHandlers.H3(Case.Value);
            ThreadHandlers.H4(Case.Value);
        }
    }

    private static void Emit(EventEmitter emitter, int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            emitter.Emit("threads.4", Case.Value);
        }
    }

    private static void RunOn(int threads, Action<int> run, int operations)
    {
        Thread[] all = [.. Enumerable.Range(0, threads).Select(number => new Thread(() =>
        {
            long before = ThreadHandlers.Sum;
            run((operations / threads) + (number < operations % threads ? 1 : 0));
            Interlocked.Add(ref _sum, ThreadHandlers.Sum - before);
        }))];
        Array.ForEach(all, static thread => thread.Start());
        Array.ForEach(all, static thread => thread.Join());
    }

    private static Case CreateCase(string variant, int size, Action<int> run, bool isBaseline = false) => new()
    {
        Question = Name,
        Variant = variant,
        Size = size,
        IsBaseline = isBaseline,
        RunAsync = Case.Synchronously(operations => RunOn(size, run, operations)),
        GetSum = static () => Volatile.Read(ref _sum),
        SumPerOperation = Handlers * Case.Value,
        Operations = Operations,
    };
}
