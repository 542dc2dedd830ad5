namespace Pyventus.Conformance;

internal static class LimitedHandlers
{
    [On("limited", Linker = typeof(OtherStaticLinker))]
    internal static void First(List<string> calls) => calls.Add("first");

    [On("limited", Linker = typeof(OtherStaticLinker))]
    internal static void Second(List<string> calls) => calls.Add("second");

    [On("ordered", Linker = typeof(OtherStaticLinker))]
    internal static void Ordered(List<string> calls) => calls.Add("other");
}
