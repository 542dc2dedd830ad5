namespace Pyventus.Conformance;

/// <summary>The linker of the handlers that call sites reach.</summary>
internal sealed class CallSiteLinker : EventLinker;
