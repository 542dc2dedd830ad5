using Pyventus.Conformance.Library;
using Pyventus.Conformance.Library.Consumer;

namespace Pyventus.Conformance;

/// <summary>The handlers of the application, beside those of its libraries.</summary>
internal static class CrossHandlers
{
    // Alone, these two would make a longer contract than the library declares.
    [On("declared.placed", Linker = typeof(CrossLinker))]
    internal static void Placed(List<string> calls, long id) => calls.Add($"app {id}");

    [On("declared.placed", Linker = typeof(CrossLinker))]
    internal static void PlacedWhole(List<string> calls, int id, string customer = "guest", bool urgent = true) => calls.Add($"app {id} {customer} {urgent}");

    [On("declared.relayed", Linker = typeof(CrossLinker))]
    internal static void Relayed(List<string> calls, int hops) => calls.Add($"app {hops}");

    [On("cross.named", Linker = typeof(CrossLinker))]
    internal static void Named(List<string> calls, int number) => calls.Add($"app named {number}");

    [On("cross.app", Linker = typeof(CrossLinker))]
    internal static void App(List<string> calls, int number) => calls.Add($"app {number}");

    [On("context.shared", Linker = typeof(CrossLinker))]
    internal static void Context(List<string> calls, int number, string text) => calls.Add($"app {number} {text}");

    [On("cross.*", "*.only", Linker = typeof(CrossLinker))]
    internal static void Segment(List<string> calls) => calls.Add("app pattern");

    [On<AppFamilyEvent>(Linker = typeof(CrossLinker))]
    internal static void Own(AppFamilyEvent e) => e.Calls.Add("app exact");

    [On<FamilyEvent>(Linker = typeof(CrossLinker), IncludeDerived = true)]
    internal static void Family(FamilyEvent e) => e.Calls.Add($"app base of {e.GetType().Name}");

    [On("cross.named", Linker = typeof(ConsumerLinker))]
    internal static void OfConsumer(List<string> calls) => calls.Add("app on consumer's linker");
}
