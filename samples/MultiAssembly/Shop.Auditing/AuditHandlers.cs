using Pyventus;

namespace Shop.Auditing;

internal static class AuditHandlers
{
    private static readonly AsyncEventEmitter _audit = new(new EventEmitterOptions { Linker = EventLinker.Get<AuditLinker>() });

    // Events of the application match as well, though this assembly has never heard of them.
    [On("order.**", Order = 100)]
    internal static void Follow(EventContext context) => _audit.EntryWritten($"{context.EventName}({string.Join(", ", context.Arguments)})");

    [On("entry.written", Linker = typeof(AuditLinker))]
    internal static void Print(string entry) => Console.WriteLine($"auditing: {entry}");
}
