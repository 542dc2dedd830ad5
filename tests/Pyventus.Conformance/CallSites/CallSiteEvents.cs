namespace Pyventus.Conformance;

internal static partial class CallSiteEvents
{
    [Emits("site.declared", Linker = typeof(CallSiteLinker))]
    internal static partial ValueTask<EmissionResult> SiteDeclaredAsync(this EventEmitter emitter, CallLog log, int id);
}
