namespace Pyventus.Benchmarks.Cases.Executors;

/// <summary>Emissions on the shared thread pool without the caller's context, beside the pool itself.</summary>
internal static class SuppressedContextQuestion
{
    public const string Name = "executor-suppressed";
    public const string Baseline = "UnsafeQueueUserWorkItem<T>";
    public const string Emit = "ThreadPoolExecutor, SuppressExecutionContext";

    public static Question Create() => new(Name, "Emissions on the shared thread pool, without the caller's context", "jobs per emission", CreateCases);

    private static List<Case> CreateCases() =>
    [
        JobCase.Create(Name, Baseline, Queue, isBaseline: true),
        JobCase.Create(
            Name,
            Emit,
            JobCase.EmitTo(new ExecutorEventEmitter(new ThreadPoolExecutor(new ThreadPoolExecutorOptions { SuppressExecutionContext = true })))),
    ];

    private static ValueTask Queue(int operations)
    {
        Task done = Jobs.Expect(operations);
        for (int number = 0; number < operations; number++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(Jobs.Run, number, preferLocal: false);
        }

        return new ValueTask(done);
    }
}
