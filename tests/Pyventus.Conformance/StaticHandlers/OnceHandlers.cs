namespace Pyventus.Conformance;

internal static class OnceHandlers
{
    [Once("once.a", "once.b", Linker = typeof(StaticLinker))]
    internal static void Once(List<string> calls) => calls.Add("once");

    [On("once.a", "once.b", Linker = typeof(StaticLinker))]
    internal static void Always(List<string> calls) => calls.Add("always");

    [Once("once.counted", Linker = typeof(StaticLinker))]
    internal static void Count(int[] runs) => Interlocked.Increment(ref runs[0]);

    [On("twice", Linker = typeof(StaticLinker))]
    [On("twice", Linker = typeof(StaticLinker), Order = 1)]
    internal static void Twice(List<string> calls) => calls.Add("twice");
}
