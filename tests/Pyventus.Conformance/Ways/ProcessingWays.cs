namespace Pyventus.Conformance;

/// <summary>Every way of processing that the library has, and one that a user could write.</summary>
internal static class ProcessingWays
{
    public static readonly ProcessingWay Sequential = Asynchronous(
        "AsyncSequential",
        "new AsyncEventEmitter(new EventEmitterOptions { FanOut = FanOut.Sequential })",
        static options => new AsyncEventEmitter(With(options, FanOut.Sequential))) with
    { AwaitsEachHandler = true };

    public static readonly ProcessingWay[] Async =
    [
        Asynchronous("Async", "new AsyncEventEmitter()", static options => new AsyncEventEmitter(options)),
        Sequential,
        Asynchronous(
            "AsyncOrdered",
            "new AsyncEventEmitter(processing: new AsyncProcessingOptions { EnforceSubmissionOrder = true })",
            static options => new AsyncEventEmitter(options, new AsyncProcessingOptions { EnforceSubmissionOrder = true })) with { RunsOneAtATime = true },
    ];

    public static readonly ProcessingWay[] Executors =
    [
        Executor("SharedPool", "", new ThreadPoolExecutorOptions()),
        Executor("OneWorker", "MaxWorkers = 1", new ThreadPoolExecutorOptions { MaxWorkers = 1 }) with { RunsOneAtATime = true },
        Executor("FourWorkers", "MaxWorkers = 4", new ThreadPoolExecutorOptions { MaxWorkers = 4 }),
        Executor("BoundedTwoWorkers", "MaxWorkers = 2, Capacity = 2", new ThreadPoolExecutorOptions { MaxWorkers = 2, Capacity = 2 }),
        Executor("BoundedSharedPool", "Capacity = 2", new ThreadPoolExecutorOptions { Capacity = 2 }),
    ];

    public static readonly ProcessingWay Custom = new(
        "BackgroundQueue",
        ProcessingKind.Custom,
        "new EventEmitter(service)",
        static options => new EventEmitter(new BackgroundQueueService(), options))
    { CanBeDisposedInsideHandlers = false, FlowsExecutionContext = false };

    public static readonly ProcessingWay[] BuiltIn = [.. Async, .. Executors];

    public static readonly ProcessingWay[] All = [.. BuiltIn, Custom];

    private static ProcessingWay Asynchronous(string name, string code, Func<EventEmitterOptions, EventEmitter> create) =>
        new(name, ProcessingKind.Async, code, create) { RunsOnCaller = true };

    private static ProcessingWay Executor(string name, string code, ThreadPoolExecutorOptions executor) => new(
        name,
        ProcessingKind.Executor,
        code.Length == 0 ? "new ThreadPoolExecutor()" : $"new ThreadPoolExecutor(new ThreadPoolExecutorOptions {{ {code} }})",
        options => new ExecutorEventEmitter(new ThreadPoolExecutor(executor), options));

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
