namespace Pyventus.Conformance;

/// <summary>Every way of processing that the library has, and one that a user could write.</summary>
internal static class ProcessingWays
{
    public static readonly ProcessingWay Sequential =
        new("AsyncSequential", static options => new AsyncEventEmitter(With(options, FanOut.Sequential))) { RunsOnCaller = true };

    public static readonly ProcessingWay[] Async =
    [
        new("Async", static options => new AsyncEventEmitter(options)) { RunsOnCaller = true },
        Sequential,
        new("AsyncOrdered", static options => new AsyncEventEmitter(options, new AsyncProcessingOptions { EnforceSubmissionOrder = true }))
        {
            RunsOnCaller = true,
            RunsOneAtATime = true,
        },
    ];

    public static readonly ProcessingWay[] Executors =
    [
        Executor("SharedPool", new ThreadPoolExecutorOptions()),
        Executor("OneWorker", new ThreadPoolExecutorOptions { MaxWorkers = 1 }) with { RunsOneAtATime = true },
        Executor("FourWorkers", new ThreadPoolExecutorOptions { MaxWorkers = 4 }),
        Executor("BoundedTwoWorkers", new ThreadPoolExecutorOptions { MaxWorkers = 2, Capacity = 2 }),
        Executor("BoundedSharedPool", new ThreadPoolExecutorOptions { Capacity = 2 }),
    ];

    public static readonly ProcessingWay Custom =
        new("BackgroundQueue", static options => new EventEmitter(new BackgroundQueueService(), options)) { CanBeDisposedInsideHandlers = false };

    public static readonly ProcessingWay[] BuiltIn = [.. Async, .. Executors];

    public static readonly ProcessingWay[] All = [.. BuiltIn, Custom];

    private static ProcessingWay Executor(string name, ThreadPoolExecutorOptions executor) =>
        new(name, options => new ExecutorEventEmitter(new ThreadPoolExecutor(executor), options));

    private static EventEmitterOptions With(EventEmitterOptions options, FanOut fanOut) => new()
    {
        Linker = options.Linker,
        Debug = options.Debug,
        LoggerFactory = options.LoggerFactory,
        Services = options.Services,
        HandlerScope = options.HandlerScope,
        ErrorPolicy = options.ErrorPolicy,
        TimeProvider = options.TimeProvider,
        FanOut = fanOut,
    };
}
