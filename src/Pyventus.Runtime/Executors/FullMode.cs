namespace Pyventus;

/// <summary>What happens to an emission when the queue of an executor is full.</summary>
public enum FullMode
{
    /// <summary>It waits for room: <c>Emit</c> blocks, <c>EmitAsync</c> does not.</summary>
    Wait,

    /// <summary>The oldest emission in the queue is dropped for it, and reported with an <see cref="EmissionRejectedException"/>.</summary>
    DropOldest,

    /// <summary>It is refused with an <see cref="EmissionRejectedException"/>.</summary>
    Throw,
}
