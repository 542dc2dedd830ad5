using Microsoft.Extensions.DependencyInjection;

namespace Pyventus;

/// <summary>
/// The services of one handler call or one emission: a scope of the emitter's provider, made when a service is asked for
/// that is no singleton. Thread-safe.
/// </summary>
/// <param name="root">The emitter's provider.</param>
internal sealed class HandlerServiceScope(IServiceProvider root) : IKeyedServiceProvider, IAsyncDisposable
{
    private readonly object _gate = new();
    private AsyncServiceScope? _scope;

    /// <inheritdoc/>
    public object? GetService(Type serviceType) => GetProvider().GetService(serviceType);

    /// <inheritdoc/>
    public object? GetKeyedService(Type serviceType, object? serviceKey) => 
        GetProvider() is IKeyedServiceProvider keyed
            ? keyed.GetKeyedService(serviceType, serviceKey)
            : throw new InvalidOperationException("The service provider given as EventEmitterOptions.Services knows no keyed services.");

    /// <inheritdoc/>
    public object GetRequiredKeyedService(Type serviceType, object? serviceKey) => GetProvider().GetRequiredKeyedService(serviceType, serviceKey);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _scope?.DisposeAsync() ?? default;

    private IServiceProvider GetProvider()
    {
        lock (_gate)
        {
            return (_scope ??= root.CreateAsyncScope()).ServiceProvider;
        }
    }
}
