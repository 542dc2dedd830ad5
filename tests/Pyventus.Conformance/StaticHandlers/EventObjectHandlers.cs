namespace Pyventus.Conformance;

internal static class EventObjectHandlers
{
    [On<StaticEvent>(Linker = typeof(StaticLinker))]
    internal static void Exact(StaticEvent e) => e.Calls.Add("exact");

    [On(typeof(StaticEvent), Linker = typeof(StaticLinker))]
    internal static void AsBase(StaticEventBase e) => e.Calls.Add($"as base {e.GetType().Name}");

    [On<StaticEventBase>(Linker = typeof(StaticLinker))]
    internal static void Base(StaticEventBase e) => e.Calls.Add("base");

    [On(typeof(StaticEvent), "static.named", Linker = typeof(StaticLinker))]
    internal static void Mixed(EventContext context) => ((StaticEvent)context.Arguments[0]!).Calls.Add($"mixed {context.Event.Name}");
}
