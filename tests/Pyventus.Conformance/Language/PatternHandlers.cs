namespace Pyventus.Conformance;

internal static class PatternHandlers
{
    [On("pat.named", Linker = typeof(LanguageLinker))]
    internal static void Named(CallLog log, int number) => log.Add($"named {number}");

    [On("pat.*", Linker = typeof(LanguageLinker))]
    internal static void One(CallLog log) => log.Add("one");

    [On("pat.**", Linker = typeof(LanguageLinker), Order = 1)]
    internal static void Any(EventContext context, CallLog log, long number = -1) => log.Add($"any {context.EventName} {number}");

    [On("pat.*", "pat.named", "*.named", Linker = typeof(LanguageLinker), Order = 2)]
    internal static void Several(CallLog log) => log.Add("several");

    [Once("pat.*", Linker = typeof(LanguageLinker), Order = 3)]
    internal static void Once(CallLog log) => log.Add("once");

    [On("context.*", Linker = typeof(LanguageLinker))]
    internal static void Context(EventContext context) => CallLog.Of(context).Add($"{context.EventName} {string.Join(' ', context.Arguments.Skip(1))}");

    [On<DerivedEvent>(Linker = typeof(LanguageLinker))]
    internal static void Exact(DerivedEvent e) => e.Log.Add("exact");

    [On<BaseEvent>(Linker = typeof(LanguageLinker), IncludeDerived = true)]
    internal static void Base(BaseEvent e) => e.Log.Add($"base {e.GetType().Name}");

    [On(typeof(ILogged), Linker = typeof(LanguageLinker), IncludeDerived = true, Order = 1)]
    internal static void Logged(ILogged e) => e.Log.Add("logged");

    [On<BaseEvent>(Linker = typeof(LanguageLinker), Order = 2)]
    internal static void OnlyBase(BaseEvent e) => e.Log.Add("only base");
}
