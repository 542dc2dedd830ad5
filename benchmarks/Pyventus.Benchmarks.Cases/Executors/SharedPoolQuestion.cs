namespace Pyventus.Benchmarks.Cases.Executors;

/// <summary>Emissions on the shared thread pool, beside the pool itself; both flow the caller's context.</summary>
internal static class SharedPoolQuestion
{
    public const string Name = "executor-shared";
    public const string Baseline = "QueueUserWorkItem<T>";
    public const string Emit = "ThreadPoolExecutor";

    public static Question Create() => new(Name, "Emissions on the shared thread pool", "jobs per emission", CreateCases);

    private static List<Case> CreateCases() =>
    [
        JobCase.Create(Name, Baseline, Queue, isBaseline: true),
        JobCase.Create(Name, Emit, JobCase.EmitTo(new ExecutorEventEmitter(new ThreadPoolExecutor()))),
    ];

    private static ValueTask Queue(int operations)
    {
        Task done = Jobs.Expect(operations);
        for (int number = 0; number < operations; number++)
        {
            ThreadPool.QueueUserWorkItem(Jobs.Run, number, preferLocal: false);
        }

        return new ValueTask(done);
    }
}
