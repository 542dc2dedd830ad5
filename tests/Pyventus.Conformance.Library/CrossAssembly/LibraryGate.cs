namespace Pyventus.Conformance.Library;

/// <summary>Emits what others cannot name.</summary>
public static class LibraryGate
{
    public static ValueTask<EmissionResult> EmitInternalAsync(EventEmitter emitter, List<string> calls) => emitter.EmitAsync(new InternalEvent(calls));

    public static ValueTask<EmissionResult> DeclareInternalAsync(EventEmitter emitter, List<string> calls) => emitter.InternalAsync(calls, new InternalEvent(calls));
}
