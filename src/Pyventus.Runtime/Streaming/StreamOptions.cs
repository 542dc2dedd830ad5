using System.Threading.Channels;

namespace Pyventus;

/// <summary>How <c>EventLinker.StreamAsync</c> buffers and subscribes; immutable.</summary>
public sealed class StreamOptions
{
    internal static readonly StreamOptions Default = new();

    /// <summary>How many events may wait to be read, 64 by default; at least 1.</summary>
    public int Capacity { get; init; } = 64;

    /// <summary>
    /// What happens to an event when that many are waiting. <see cref="BoundedChannelFullMode.Wait"/>, the default: it waits for
    /// room as an unfinished asynchronous handler does, so <c>EmitAsync</c> waits too, without blocking a thread; never emit
    /// with something that blocks (<see cref="AsyncContext.Wait"/>) on the thread that reads. The other modes drop the newest or
    /// oldest waiting event, or the one that is being emitted, without a report.
    /// </summary>
    public BoundedChannelFullMode FullMode { get; init; } = BoundedChannelFullMode.Wait;

    /// <summary>Whether the stream also has the event objects of types derived from its own, or implementing it.</summary>
    public bool IncludeDerived { get; init; }

    /// <summary>The place of the stream among the handlers of an emission: ascending, 0 by default.</summary>
    public int Order { get; init; }
}
