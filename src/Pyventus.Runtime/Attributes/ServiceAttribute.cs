namespace Pyventus;

/// <summary>
/// Marks a parameter of a handler that the service provider fills, not the payload. It is required unless its type is
/// nullable or it has a default value. <c>[FromKeyedServices]</c> does the same for a keyed service.
/// </summary>
/// <remarks>The provider is that of the emitter, or a scope of it: see <see cref="HandlerScope"/>.</remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ServiceAttribute : Attribute;
