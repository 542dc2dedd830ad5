namespace Pyventus.Conformance;

/// <summary>A provider that knows one object.</summary>
internal sealed class SingleServiceProvider(object service) : IServiceProvider
{
    public object? GetService(Type serviceType) => serviceType == service.GetType() ? service : null;
}
