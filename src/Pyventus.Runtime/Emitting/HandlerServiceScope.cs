using Microsoft.Extensions.DependencyInjection;

namespace Pyventus;

/// <summary>
/// The services of one handler call or one emission: a scope of the emitter's provider, made when a service is asked for
/// that is no singleton. Thread-safe.
/// </summary>
/// <param name="services">The emitter's provider.</param>
internal sealed partial class HandlerServiceScope(EmitterServices services) : IKeyedServiceProvider, IAsyncDisposable
{
    private IServiceScope? _scope;

    /// <inheritdoc/>
    public object? GetService(Type serviceType) => GetProvider(serviceType, null).GetService(serviceType);

    /// <inheritdoc/>
    public object? GetKeyedService(Type serviceType, object? serviceKey) => GetKeyed(serviceType, serviceKey).GetKeyedService(serviceType, serviceKey);

    /// <inheritdoc/>
    public object GetRequiredKeyedService(Type serviceType, object? serviceKey) => GetKeyed(serviceType, serviceKey).GetRequiredKeyedService(serviceType, serviceKey);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _scope is { } scope ? new AsyncServiceScope(scope).DisposeAsync() : default;

    /// <summary>Disposes the services where neither a <see cref="SynchronizationContext"/> nor a custom <see cref="TaskScheduler"/> is captured.</summary>
    public ValueTask DisposeDetachedAsync() => DetachedCode.IsHere ? DisposeAsync() : DetachedCode.Run(DisposeAsync);

    private IKeyedServiceProvider GetKeyed(Type serviceType, object? serviceKey) =>
        GetProvider(serviceType, serviceKey) as IKeyedServiceProvider
        ?? throw new InvalidOperationException("The service provider of the emitter knows no keyed services.");

    private IServiceProvider GetProvider(Type serviceType, object? serviceKey)
    {
        if (services.Lifetimes?.IsSingleton(serviceType, serviceKey) == true)
        {
            return services.Provider;
        }

        return (Volatile.Read(ref _scope) ?? CreateScope()).ServiceProvider;
    }

    // Under no lock: the provider may be the user's. Of two made at once, the second goes again unused.
    private IServiceScope CreateScope()
    {
        IServiceScope created = services.Provider.CreateScope();
        if (Interlocked.CompareExchange(ref _scope, created, null) is not { } first)
        {
            return created;
        }

        created.Dispose();
        return first;
    }
}
