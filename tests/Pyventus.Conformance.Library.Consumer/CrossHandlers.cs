namespace Pyventus.Conformance.Library.Consumer;

/// <summary>Handlers of events that another library declares or handles.</summary>
internal static class CrossHandlers
{
    [On("declared.placed", Linker = typeof(CrossLinker))]
    internal static void Placed(List<string> calls, double id) => calls.Add(FormattableString.Invariant($"consumer {id}"));

    [On("declared.relayed", Linker = typeof(CrossLinker))]
    internal static async Task RelayAsync(List<string> calls, int hops, EventContext context)
    {
        calls.Add($"consumer {hops}");
        if (hops > 0)
        {
            (await context.Emitter.RelayedAsync(calls, hops - 1)).ThrowIfFailed();
        }
    }

    [On("cross.named", Linker = typeof(CrossLinker))]
    internal static void Named(List<string> calls, int number) => calls.Add($"consumer named {number}");

    [On("context.shared", Linker = typeof(CrossLinker))]
    internal static void Context(EventContext context, List<string> calls) => calls.Add($"consumer {string.Join(' ', context.Arguments.Skip(1))}");

    [On("*.app", Linker = typeof(CrossLinker))]
    internal static void OfTheTests(List<string> calls, long number) => calls.Add($"consumer pattern {number}");

    [On<IFamily>(Linker = typeof(CrossLinker), IncludeDerived = true)]
    internal static void Family(IFamily e) => e.Calls.Add($"consumer family of {e.GetType().Name}");
}
