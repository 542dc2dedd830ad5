namespace Pyventus.Conformance;

/// <summary>Handlers whose tasks end when a test says so, or have ended at once.</summary>
internal static class ManualTaskHandlers
{
    [On("manual", Linker = typeof(StaticLinker))]
    internal static ValueTask Begin(ManualTask task) => task.Begin();

    [On("manual.4", Linker = typeof(StaticLinker))]
    internal static ValueTask BeginFirst(ManualTask[] tasks) => tasks[0].Begin();

    [On("manual.4", Linker = typeof(StaticLinker))]
    internal static ValueTask BeginSecond(ManualTask[] tasks) => tasks[1].Begin();

    [On("manual.4", Linker = typeof(StaticLinker))]
    internal static ValueTask BeginThird(ManualTask[] tasks) => tasks[2].Begin();

    [On("manual.4", Linker = typeof(StaticLinker))]
    internal static ValueTask BeginFourth(ManualTask[] tasks) => tasks[3].Begin();

    [On("manual.context", Linker = typeof(StaticLinker))]
    internal static ValueTask BeginWithContext(ManualTask task, EventContext context) => task.Begin(context);

    [On("refusing", Linker = typeof(StaticLinker))]
    internal static ValueTask BeginRefusing(RefusingTask task) => task.Begin();

    [On("completed.2", Linker = typeof(StaticLinker))]
    internal static ValueTask CompleteFirst(int[] runs) => CountAsync(runs);

    [On("completed.2", Linker = typeof(StaticLinker))]
    internal static Task CompleteSecond(int[] runs) => CountAsync(runs).AsTask();

    // Not in the handlers: the generator would see that they always complete at once.
    private static ValueTask CountAsync(int[] runs)
    {
        runs[0]++;
        return default;
    }
}
