namespace Pyventus.Aot.Scenarios;

/// <summary>Emissions on a thread pool: the shared one, and one with workers and a bounded queue.</summary>
internal static class ThreadPoolScenario
{
    private static readonly SemaphoreSlim _release = new(0);
    private static TaskCompletionSource _occupied = new();
    private static int _sum;

    public static async Task RunAsync()
    {
        Transcript.Section("thread pool");
        await using (var shared = new ExecutorEventEmitter())
        {
            Transcript.Result("pooled", await shared.EmitAsync("pooled", 1));
        }

        var workers = new ThreadPoolExecutor(new ThreadPoolExecutorOptions { MaxWorkers = 2 });
        var emitter = new ExecutorEventEmitter(workers);
        for (int number = 1; number <= 100; number++)
        {
            emitter.Emit("summed", number);
        }

        emitter.Shutdown(wait: true);
        Transcript.Line($"sum {_sum}");
        Transcript.Throws(() => emitter.Emit("summed", 1));
        await emitter.DisposeAsync();

        _occupied = new TaskCompletionSource();
        var bounded = new ThreadPoolExecutor(new ThreadPoolExecutorOptions { MaxWorkers = 1, Capacity = 1, FullMode = FullMode.Throw });
        await using var full = new ExecutorEventEmitter(bounded);
        full.Emit("occupies", 1);
        await _occupied.Task;
        full.Emit("occupies", 2);
        Transcript.Throws(() => full.Emit("occupies", 3));
        _release.Release(2);
        await full.ShutdownAsync();
    }

    [On("pooled")]
    internal static void Pooled(int number) => Transcript.Line($"pooled {number}, on the thread pool: {Thread.CurrentThread.IsThreadPoolThread}");

    [On("summed")]
    internal static void Add(int number) => Interlocked.Add(ref _sum, number);

    [On("occupies")]
    internal static async Task Occupy(int number)
    {
        _occupied.TrySetResult();
        await _release.WaitAsync();
        Transcript.Line($"released {number}");
    }
}
