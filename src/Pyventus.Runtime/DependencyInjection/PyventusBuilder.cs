using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Pyventus;

/// <summary>Registers what <c>AddPyventus</c> adds, and remembers it for the next call.</summary>
internal sealed class PyventusBuilder : IPyventusBuilder
{
    // What follows from the options, which another call may change.
    private readonly List<ServiceDescriptor> _added = [];
    private readonly HashSet<ServiceDescriptor> _classes = [];

    public PyventusBuilder(IServiceCollection services)
    {
        Services = services;
        services.AddSingleton(this);
        services.AddSingleton(_ => new ServiceLifetimes(services));
        services.AddOptions<HandlerServicesCheck>().ValidateOnStart();
        services.AddSingleton<IValidateOptions<HandlerServicesCheck>>(provider => new HandlerServicesValidator(provider, this));
    }

    public IServiceCollection Services { get; }

    public PyventusOptions Options { get; } = new();

    /// <summary>What the compile-time handlers need.</summary>
    public HandlerRegistrations Handlers { get; private set; } = new();

    /// <summary>The builder of an earlier call for the same services.</summary>
    public static PyventusBuilder? Find(IServiceCollection services) =>
        services.FirstOrDefault(static service => service.ServiceType == typeof(PyventusBuilder))?.ImplementationInstance as PyventusBuilder;

    /// <summary>Whether instances are made by the constructor that was chosen at compile time.</summary>
    public bool IsOwn(ServiceDescriptor descriptor) => _classes.Contains(descriptor);

    public void Register()
    {
        AddClasses();
        _added.ForEach(descriptor => Services.Remove(descriptor));
        _added.Clear();
        AddLinker();
        AddEmitter();
    }

    private void AddClasses()
    {
        Handlers = HandlerRegistrations.OfTables();
        HashSet<Type> known = [.. Services.Where(static service => !service.IsKeyedService).Select(static service => service.ServiceType)];
        foreach (HandlerClass handlerClass in Handlers.Classes)
        {
            if (handlerClass.Create is { } create && known.Add(handlerClass.Type))
            {
                var descriptor = new ServiceDescriptor(handlerClass.Type, create, ServiceLifetime.Scoped);
                _classes.Add(descriptor);
                Services.Add(descriptor);
            }
        }
    }

    private void AddLinker()
    {
        Type type = Options.LinkerType;
        Func<EventLinker> create = Options.CreateLinker;
        TryAdd(type, ServiceLifetime.Singleton, _ => create());
        TryAdd(typeof(EventLinker), ServiceLifetime.Singleton, services => services.GetRequiredService(type));
    }

    private void AddEmitter()
    {
        bool isShared = Options.HandlerScope != HandlerScope.Caller;
        if (Options.CreateProcessingService is { } createService)
        {
            if (isShared)
            {
                Add(services => new EventEmitter(createService(services), CreateOptions(services)));
            }
            else
            {
                AddShared(createService);
                Add(services => new EventEmitter(new SharedProcessingService(GetShared<IProcessingService>(services)), CreateOptions(services)));
            }
        }
        else if (Options.CreateExecutor is { } createExecutor)
        {
            if (isShared)
            {
                Add(services => new ExecutorEventEmitter(createExecutor(services), CreateOptions(services)));
            }
            else
            {
                AddShared(createExecutor);
                Add(services => new ExecutorEventEmitter(GetShared<IExecutor>(services), CreateOptions(services), leaveOpen: true));
            }

            Add<EventEmitter>(static services => services.GetRequiredService<ExecutorEventEmitter>());
        }
        else
        {
            Add(services => new AsyncEventEmitter(CreateOptions(services), Options.AsyncProcessing));
            Add<EventEmitter>(static services => services.GetRequiredService<AsyncEventEmitter>());
        }

        void Add<T>(Func<IServiceProvider, T> create)
            where T : EventEmitter =>
            TryAdd(typeof(T), isShared ? ServiceLifetime.Singleton : ServiceLifetime.Scoped, create);
    }

    private void AddShared<T>(Func<IServiceProvider, T> create)
        where T : class =>
        TryAdd(typeof(ContainerOwned<T>), ServiceLifetime.Singleton, services => new ContainerOwned<T>(create(services)));

    private static T GetShared<T>(IServiceProvider services)
        where T : class => services.GetRequiredService<ContainerOwned<T>>().Value;

    private void TryAdd(Type type, ServiceLifetime lifetime, Func<IServiceProvider, object> create)
    {
        if (!Services.Any(service => service.ServiceType == type && !service.IsKeyedService))
        {
            var descriptor = new ServiceDescriptor(type, create, lifetime);
            _added.Add(descriptor);
            Services.Add(descriptor);
        }
    }

    private EventEmitterOptions CreateOptions(IServiceProvider services)
    {
        // Throws what the start of a host would have thrown; the monitor is also what a host asks, and checks once.
        _ = services.GetRequiredService<IOptionsMonitor<HandlerServicesCheck>>().CurrentValue;
        return new EventEmitterOptions
        {
            Linker = services.GetRequiredService<EventLinker>(),
            Debug = Options.Debug,
            LoggerFactory = services.GetService<ILoggerFactory>(),
            Services = services,
            HandlerScope = Options.HandlerScope,
            ErrorPolicy = Options.ErrorPolicy,
            FanOut = Options.FanOut,
            TimeProvider = services.GetService<TimeProvider>() ?? TimeProvider.System,
        };
    }
}
