using System.ComponentModel;

namespace Pyventus.CompilerServices;

/// <summary>
/// What a call site that always emits the same event keeps in a static: where the linker that used it last has the event.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class EmitTarget
{
    // Fields: read by each emission, in the caller's own code.

    /// <summary>The linker whose event it is.</summary>
    internal readonly EventLinker Linker;

    /// <summary>
    /// The event of the table whose <c>RunDirect</c> does all that an unobserved <c>Emit</c> has to do now; null when that
    /// takes more. Its payload is of one type for the life of the target.
    /// </summary>
    internal TableEvent? Direct;

    private protected EmitTarget(EventLinker linker)
    {
        Linker = linker;
    }
}
