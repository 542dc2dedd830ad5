namespace Pyventus.Aot.Scenarios;

/// <summary>The linker of the handlers that a container serves.</summary>
internal sealed class ServiceLinker : EventLinker;
