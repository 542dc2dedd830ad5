namespace Pyventus;

/// <summary>
/// An emission of which nothing is left when its handlers have returned, and for which nobody waits: it needs no
/// <see cref="EventEmission"/>. Whoever takes it out of its queue runs it or drops it.
/// </summary>
internal abstract class SynchronousEmission(EventEmitter emitter, EventSlot slot, SubscriberSnapshot snapshot, ExecutionContext? context) : IQueuedWork
{
    /// <inheritdoc/>
    public ExecutionContext? Context { get; } = context;

    protected EventEmitter Emitter { get; } = emitter;

    protected EventSlot Slot { get; } = slot;

    protected SubscriberSnapshot Snapshot { get; } = snapshot;

    /// <summary>Whether the subscribers of a snapshot can be run like this, and nobody observes them.</summary>
    public static bool Suits(EventEmitter emitter, SubscriberSnapshot snapshot) =>
        !Telemetry.IsListening && !snapshot.MayPend && !snapshot.HasOnce && !snapshot.TakesContext && !emitter.Scopes(snapshot);

    /// <summary>Runs the handlers. Never throws.</summary>
    public void Run()
    {
        try
        {
            RunHandlers();
        }
        catch (Exception exception)
        {
            // Nothing of the library: a clock of the user's that is asked for the time of a failure.
            StandardError.Write($"a failure of the event '{Slot.Key}' could not be reported", exception);
        }
    }

    /// <inheritdoc/>
    public void Accept(object service)
    {
    }

    /// <inheritdoc/>
    public bool TryDrop() => true;

    /// <inheritdoc/>
    public void ReportDropped(Exception reason)
    {
        var id = Guid.NewGuid();
        foreach (SubscriberEntry entry in Snapshot.Entries)
        {
            Emitter.Failures.Tell(Slot.Key, id, entry.Subscriber.Name, reason, heard: false);
        }
    }

    /// <inheritdoc/>
    public void Release(object service)
    {
    }

    /// <summary>Calls the handlers.</summary>
    private protected abstract void RunHandlers();
}
