namespace Pyventus.Conformance;

/// <summary>Declared in a file and under a name after <see cref="OrderedHandlersA"/>.</summary>
internal static class OrderedHandlersB
{
    [On("ordered", Linker = typeof(StaticLinker))]
    internal static void Z(List<string> calls) => calls.Add("B.Z");

    [On("ordered", Linker = typeof(StaticLinker), Order = -1)]
    internal static void First(List<string> calls) => calls.Add("B.First");

    [On("ordered", Linker = typeof(StaticLinker))]
    internal static void A(List<string> calls) => calls.Add("B.A");
}
