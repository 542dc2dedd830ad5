namespace Pyventus.Aot.Scenarios;

/// <summary>The linker of handlers that get more than the events they name.</summary>
internal sealed class LanguageLinker : EventLinker;
