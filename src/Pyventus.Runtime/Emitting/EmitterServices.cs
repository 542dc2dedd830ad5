using Microsoft.Extensions.DependencyInjection;

namespace Pyventus;

/// <summary>
/// The provider of an emitter, and what it says of itself. Asked when a handler first needs services: while the emitter is
/// made, the container may be making it. Thread-safe.
/// </summary>
internal sealed class EmitterServices(IServiceProvider provider, HandlerScope handlerScope)
{
    // A provider of the user's own may know no scopes: then it is asked itself.
    private readonly Lazy<bool> _hasScopes = new(
        () => handlerScope != HandlerScope.Caller && provider.GetService(typeof(IServiceScopeFactory)) is not null, LazyThreadSafetyMode.PublicationOnly);

    private readonly Lazy<ServiceLifetimes?> _lifetimes = new(
        () => provider.GetService(typeof(ServiceLifetimes)) as ServiceLifetimes, LazyThreadSafetyMode.PublicationOnly);

    /// <summary>Whether handlers get their services from scopes.</summary>
    public bool HasScopes => _hasScopes.Value;

    public HandlerServiceScope CreateScope() => new(provider, _lifetimes.Value);
}
