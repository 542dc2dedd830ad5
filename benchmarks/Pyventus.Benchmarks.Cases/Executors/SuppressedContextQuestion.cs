namespace Pyventus.Benchmarks.Cases.Executors;

/// <summary>Emissions on the shared thread pool without the caller's context, beside the pool itself.</summary>
internal static class SuppressedContextQuestion
{
    private const string Name = "executor-suppressed";

    public static Question Create() => new(Name, "Emissions on the shared thread pool, without the caller's context", "jobs per emission", CreateCases);

    private static List<Case> CreateCases() =>
    [
        JobCase.Create(Name, "UnsafeQueueUserWorkItem<T>", Queue, isBaseline: true),
        JobCase.Create(
            Name,
            "ThreadPoolExecutor, SuppressExecutionContext",
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
