namespace Pyventus.Conformance;

internal static class OrderedHandlersA
{
    [On("ordered", Linker = typeof(StaticLinker), Order = 1)]
    internal static void Last(List<string> calls) => calls.Add("A.Last");

    [On("ordered", Linker = typeof(StaticLinker))]
    internal static void Z(List<string> calls) => calls.Add("A.Z");

    [On("ordered", Linker = typeof(StaticLinker))]
    internal static async Task MAsync(List<string> calls)
    {
        calls.Add("A.M");
        await Task.Yield();
    }

    [On("ordered", Linker = typeof(StaticLinker))]
    internal static void A(List<string> calls) => calls.Add("A.A");

    internal static class Nested
    {
        [On("ordered", Linker = typeof(StaticLinker))]
        internal static void N(List<string> calls) => calls.Add("A+Nested.N");
    }
}
