using System.ComponentModel;

namespace Pyventus.CompilerServices;

/// <summary>A parameter that a service fills.</summary>
/// <param name="parameter">The name of the parameter.</param>
/// <param name="serviceType">The type of the service.</param>
/// <param name="isKeyed">Whether it is a keyed service.</param>
/// <param name="key">The key of a keyed service.</param>
/// <param name="isOptional">Whether the parameter does without.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct HandlerDependency(string parameter, Type serviceType, bool isKeyed, object? key, bool isOptional)
{
    /// <summary>The name of the parameter.</summary>
    public string Parameter { get; } = parameter;

    /// <summary>The type of the service.</summary>
    public Type ServiceType { get; } = serviceType;

    /// <summary>Whether it is a keyed service.</summary>
    public bool IsKeyed { get; } = isKeyed;

    /// <summary>The key of a keyed service.</summary>
    public object? Key { get; } = key;

    /// <summary>Whether the parameter does without.</summary>
    public bool IsOptional { get; } = isOptional;
}
