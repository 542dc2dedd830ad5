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

    /// <summary>The handler or a callback of it takes the <see cref="EventContext"/>.</summary>
    TakesContext = 8,

    /// <summary>The handler also gets event objects of derived types.</summary>
    IncludeDerived = 16,

    /// <summary>The handler does not name the event: a pattern or a base type of it matches.</summary>
    Matched = 32,

    /// <summary>The handler is called on an instance or takes services.</summary>
    UsesServices = 64,

    /// <summary>The handler has a success callback of its own.</summary>
    OnSuccess = 128,

    /// <summary>The handler has a failure callback of its own.</summary>
    OnFailure = 256,
}
