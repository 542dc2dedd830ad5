using Microsoft.Extensions.DependencyInjection;

namespace Pyventus;

/// <summary>
/// The provider of emitters, and what it says of itself. Asked when a handler first needs services: while the emitter is
/// made, the container may be making it. Made with the options that name a provider, so that native programs without one
/// do not contain what scopes of services need. Thread-safe.
/// </summary>
internal sealed class EmitterServices(IServiceProvider provider)
{
    private readonly Lazy<bool> _hasScopes = new(() => KnowsScopes(provider), LazyThreadSafetyMode.PublicationOnly);

    private readonly Lazy<ServiceLifetimes?> _lifetimes = new(
        () => provider.GetService(typeof(ServiceLifetimes)) as ServiceLifetimes, LazyThreadSafetyMode.PublicationOnly);

    public IServiceProvider Provider => provider;

    /// <summary>Whether it can make scopes. Never throws: it is asked where no handler's failure is caught.</summary>
    public bool HasScopes => _hasScopes.Value;

    /// <summary>Says which services are singletons; null where nobody knows.</summary>
    public ServiceLifetimes? Lifetimes => _lifetimes.Value;

    /// <summary>A scope, for handlers that have one.</summary>
    public HandlerServiceScope CreateScope() => new(this);

    private static bool KnowsScopes(IServiceProvider provider)
    {
        try
        {
            // A provider of the user's own may know no scopes: then it is asked itself.
            return provider.GetService(typeof(IServiceScopeFactory)) is not null;
        }
        catch (Exception)
        {
            // One that was disposed, above all: making the scope throws it again, to the handler that needs it.
            return true;
        }
    }
}
