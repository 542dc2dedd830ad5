namespace Pyventus;

/// <summary>How the emitter of a container works. Read when the emitter is first resolved; not thread-safe before that.</summary>
public sealed class PyventusOptions
{
    /// <summary>Whether each emission is logged with its subscribers, at level Debug; null, the default, for "when a debugger is attached".</summary>
    public bool? Debug { get; set; }

    /// <summary>
    /// Which scope handlers get their services from; by default each handler call has one of its own. Under
    /// <see cref="HandlerScope.Caller"/> there is an <see cref="EventEmitter"/> per scope, whose handlers use the services of that
    /// scope: await <c>EmitAsync</c>, so that they end before the scope does. An executor or processing service is shared by all
    /// scopes all the same; an <see cref="AsyncEventEmitter"/> has its own tasks, and disposing its scope waits for them.
    /// </summary>
    public HandlerScope HandlerScope { get; set; }

    /// <summary>What a failing handler means for the others and for the caller of <c>EmitAsync</c>.</summary>
    public ErrorPolicy ErrorPolicy { get; set; }

    /// <summary>Whether the asynchronous handlers of an emission overlap.</summary>
    public FanOut FanOut { get; set; }

    /// <summary>
    /// How the <see cref="AsyncEventEmitter"/> works; null for the defaults. Without effect when an executor or a processing
    /// service was chosen.
    /// </summary>
    public AsyncProcessingOptions? AsyncProcessing { get; set; }

    internal Type LinkerType { get; private set; } = typeof(EventLinker);

    internal Func<EventLinker> CreateLinker { get; private set; } = static () => new EventLinker();

    /// <summary>Makes the executor; null when none was chosen.</summary>
    internal Func<IServiceProvider, IExecutor>? CreateExecutor { get; private set; }

    /// <summary>Makes the processing service; null when none was chosen.</summary>
    internal Func<IServiceProvider, IProcessingService>? CreateProcessingService { get; private set; }

    /// <summary>
    /// Gives the container a new linker of this type, with the compile-time handlers of this type; also resolvable as
    /// <typeparamref name="TLinker"/>. The last choice counts.
    /// </summary>
    /// <typeparam name="TLinker">The custom linker.</typeparam>
    public void UseLinker<TLinker>()
        where TLinker : EventLinker, new()
    {
        LinkerType = typeof(TLinker);
        CreateLinker = SharedLinker<TLinker>.Create;
    }

    /// <summary>Runs handlers on a <see cref="ThreadPoolExecutor"/>, through an <see cref="ExecutorEventEmitter"/>. The last choice of processing counts.</summary>
    /// <param name="options">How the executor works; null for the defaults. A value out of range is an <see cref="ArgumentOutOfRangeException"/> when the emitter is resolved.</param>
    public void UseThreadPool(ThreadPoolExecutorOptions? options = null) => UseExecutor(_ => new ThreadPoolExecutor(options));

    /// <summary>Runs handlers on an executor, through an <see cref="ExecutorEventEmitter"/>. The last choice of processing counts.</summary>
    /// <param name="create">Makes the executor; called once per container, which shuts it down when it is disposed.</param>
    /// <exception cref="ArgumentNullException"><paramref name="create"/> is null.</exception>
    public void UseExecutor(Func<IServiceProvider, IExecutor> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        CreateExecutor = services => create(services) ?? throw ReturnedNull(nameof(UseExecutor));
        CreateProcessingService = null;
    }

    /// <summary>Hands emissions to a processing service. The last choice of processing counts.</summary>
    /// <param name="create">Makes the service; called once per container, which disposes it, if it can be, when it is disposed itself.</param>
    /// <exception cref="ArgumentNullException"><paramref name="create"/> is null.</exception>
    public void UseProcessingService(Func<IServiceProvider, IProcessingService> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        CreateProcessingService = services => create(services) ?? throw ReturnedNull(nameof(UseProcessingService));
        CreateExecutor = null;
    }

    private static InvalidOperationException ReturnedNull(string method) =>
        new($"The function given to PyventusOptions.{method} returned null; return what is to run the handlers.");
}
