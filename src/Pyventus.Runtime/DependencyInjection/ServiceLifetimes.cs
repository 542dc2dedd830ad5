using Microsoft.Extensions.DependencyInjection;

namespace Pyventus;

/// <summary>Says how services were registered. Reads the registrations at the first question. Thread-safe.</summary>
/// <param name="services">The registrations; complete when the first question is asked.</param>
internal sealed class ServiceLifetimes(IServiceCollection services)
{
    private readonly Lazy<Dictionary<(Type Type, object? Key), ServiceDescriptor>> _descriptors = new(() => Index(services));

    /// <summary>Whether a service is the same for all scopes, so that asking for it needs none.</summary>
    /// <param name="serviceType">The type of the service.</param>
    /// <param name="key">The key of a keyed service, or null.</param>
    public bool IsSingleton(Type serviceType, object? key = null) =>
        serviceType == typeof(IServiceScopeFactory) || Find(serviceType, key)?.Lifetime == ServiceLifetime.Singleton;

    /// <summary>The registration that answers for a service: the last one of its type, else of its generic type, else the one for any key.</summary>
    /// <param name="serviceType">The type of the service.</param>
    /// <param name="key">The key of a keyed service, or null.</param>
    public ServiceDescriptor? Find(Type serviceType, object? key = null) =>
        FindExactly(serviceType, key) ?? (key is null ? null : FindExactly(serviceType, KeyedService.AnyKey));

    private ServiceDescriptor? FindExactly(Type serviceType, object? key)
    {
        if (_descriptors.Value.TryGetValue((serviceType, key), out ServiceDescriptor? descriptor))
        {
            return descriptor;
        }

        return serviceType.IsConstructedGenericType ? _descriptors.Value.GetValueOrDefault((serviceType.GetGenericTypeDefinition(), key)) : null;
    }

    private static Dictionary<(Type Type, object? Key), ServiceDescriptor> Index(IServiceCollection services)
    {
        var descriptors = new Dictionary<(Type Type, object? Key), ServiceDescriptor>(services.Count);
        foreach (ServiceDescriptor service in services)
        {
            descriptors[(service.ServiceType, service.ServiceKey)] = service;
        }

        return descriptors;
    }
}
