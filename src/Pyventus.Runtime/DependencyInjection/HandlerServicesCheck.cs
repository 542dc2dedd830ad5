namespace Pyventus;

/// <summary>The options that are valid when the container has what the compile-time handlers need; they say nothing themselves.</summary>
internal sealed class HandlerServicesCheck;
