namespace Pyventus.Conformance.Library;

/// <summary>Events that the library declares and leaves to others to handle.</summary>
public static partial class CrossEvents
{
    [Emits("declared.placed", Linker = typeof(CrossLinker))]
    public static partial ValueTask<EmissionResult> PlacedAsync(this EventEmitter emitter, List<string> calls, int id, string customer = "guest");

    [Emits("declared.relayed", Linker = typeof(CrossLinker))]
    public static partial ValueTask<EmissionResult> RelayedAsync(this EventEmitter emitter, List<string> calls, int hops);

    /// <summary>For friends.</summary>
    [Emits("declared.internal", Linker = typeof(CrossLinker))]
    internal static partial ValueTask<EmissionResult> InternalAsync(this EventEmitter emitter, List<string> calls, InternalEvent e);
}
