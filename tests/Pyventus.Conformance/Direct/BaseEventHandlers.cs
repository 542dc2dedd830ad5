namespace Pyventus.Conformance;

/// <summary>A handler of a base type that needs nothing but the event.</summary>
internal static class BaseEventHandlers
{
    [On<DirectBase>(IncludeDerived = true, Linker = typeof(BaseEventLinker))]
    internal static void Fail(DirectBase e) => throw new InvalidOperationException($"{e} cannot be handled");
}
