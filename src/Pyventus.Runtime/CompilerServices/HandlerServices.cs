using System.ComponentModel;
using Microsoft.Extensions.DependencyInjection;

namespace Pyventus.CompilerServices;

/// <summary>How generated code asks a provider for the parameters of a constructor or handler.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HandlerServices
{
    /// <summary>A service that has to be there.</summary>
    /// <typeparam name="T">The type of the service.</typeparam>
    /// <param name="services">The provider.</param>
    /// <exception cref="InvalidOperationException">It is not registered.</exception>
    public static T Get<T>(IServiceProvider services)
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>A service, or the default when it is not registered.</summary>
    /// <typeparam name="T">The type of the service.</typeparam>
    /// <param name="services">The provider.</param>
    public static T? GetOptional<T>(IServiceProvider services) => services.GetService<T>();

    /// <summary>A keyed service that has to be there.</summary>
    /// <typeparam name="T">The type of the service.</typeparam>
    /// <param name="services">The provider.</param>
    /// <param name="key">The key.</param>
    /// <exception cref="InvalidOperationException">It is not registered, or the provider knows no keys.</exception>
    public static T GetKeyed<T>(IServiceProvider services, object? key)
        where T : notnull => services.GetRequiredKeyedService<T>(key);

    /// <summary>A keyed service, or the default when it is not registered.</summary>
    /// <typeparam name="T">The type of the service.</typeparam>
    /// <param name="services">The provider.</param>
    /// <param name="key">The key.</param>
    /// <exception cref="InvalidOperationException">The provider knows no keys.</exception>
    public static T? GetOptionalKeyed<T>(IServiceProvider services, object? key) => services.GetKeyedService<T>(key);
}
