namespace Pyventus.Conformance;

internal static class CountedHandlers
{
    [On("counted", Linker = typeof(StaticLinker))]
    internal static void Whole(int[] runs, int number, string text) => runs[0]++;

    [On("counted", Linker = typeof(StaticLinker))]
    internal static void Leading(int[] runs) => runs[0]++;

    [On<CountedEvent>(Linker = typeof(StaticLinker))]
    internal static void Typed(CountedEvent e) => e.Runs[0]++;
}
