namespace Pyventus.Conformance.Library;

/// <summary>Other assemblies have a class of this name too.</summary>
internal static class CrossHandlers
{
    [On("cross.named", Linker = typeof(CrossLinker))]
    internal static void Named(List<string> calls, int number) => calls.Add($"library named {number}");

    [On("cross.*", Linker = typeof(CrossLinker))]
    internal static void Segment(List<string> calls) => calls.Add("library pattern");

    [Once("cross.**", Linker = typeof(CrossLinker), Order = 1)]
    internal static void Once(List<string> calls) => calls.Add("library once");

    [On("context.*", Linker = typeof(CrossLinker))]
    internal static void Context(EventContext context) => ((List<string>)context.Arguments[0]!).Add($"library {string.Join(' ', context.Arguments.Skip(1))}");

    [On<FamilyEvent>(Linker = typeof(CrossLinker), IncludeDerived = true)]
    internal static void Family(FamilyEvent e) => e.Calls.Add($"library base of {e.GetType().Name}");

    [On<InternalEvent>(Linker = typeof(CrossLinker))]
    internal static void Internal(InternalEvent e) => e.Calls.Add("library internal");
}
