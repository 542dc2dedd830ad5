using System.ComponentModel;

namespace Pyventus.CompilerServices;

/// <summary>How a compile-time handler runs.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Flags]
public enum TableHandlerTraits
{
    /// <summary>A synchronous handler that runs each time.</summary>
    None = 0,

    /// <summary>A <see cref="OnceAttribute"/> handler; it is not part of the fan-out.</summary>
    Once = 1,

    /// <summary>The handler returns a task and may be unfinished when it returns.</summary>
    Async = 2,

    /// <summary>A synchronous handler that is moved to the thread pool.</summary>
    ForceAsync = 4,

    /// <summary>The handler takes the <see cref="EventContext"/>.</summary>
    TakesContext = 8,
}
