using Pyventus;

namespace Shop.Auditing;

/// <summary>The events of <see cref="AuditLinker"/>.</summary>
public static partial class AuditEvents
{
    /// <summary>Something happened in the shop.</summary>
    [Emits("entry.written", Linker = typeof(AuditLinker))]
    internal static partial void EntryWritten(this EventEmitter audit, string entry);
}
