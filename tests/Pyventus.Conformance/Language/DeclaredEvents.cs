namespace Pyventus.Conformance;

internal static partial class DeclaredEvents
{
    /// <summary>Something was declared.</summary>
    [Emits("declared", Linker = typeof(LanguageLinker))]
    internal static partial void Declared(this EventEmitter emitter, CallLog log, int id, string customer = "guest", List<int?>? numbers = null);

    /// <inheritdoc cref="Declared"/>
    [Emits("declared", Linker = typeof(LanguageLinker))]
    internal static partial ValueTask<EmissionResult> DeclaredAsync(
        this EventEmitter emitter, in CallLog log, int id, string customer = "guest", List<int?>? numbers = null, CancellationToken cancellationToken = default);

    [Emits("declared.unhandled", Linker = typeof(LanguageLinker))]
    internal static partial ValueTask<EmissionResult> UnhandledAsync(this EventEmitter emitter, int id, string? note = null);
}
