namespace Pyventus;

/// <summary>The data of <see cref="EventEmitter.HandlerFailed"/>.</summary>
public sealed class HandlerFailedEventArgs : EventArgs
{
    internal HandlerFailedEventArgs(string handler, Exception exception, EventKey @event, Guid emissionId)
    {
        Handler = handler;
        Exception = exception;
        Event = @event;
        EmissionId = emissionId;
    }

    /// <summary>The <see cref="EventSubscriber.Name"/> of the handler.</summary>
    public string Handler { get; }

    /// <summary>What it threw, what its callback threw, or why it did not run.</summary>
    public Exception Exception { get; }

    /// <summary>The event.</summary>
    public EventKey Event { get; }

    /// <summary>The id of the emission.</summary>
    public Guid EmissionId { get; }
}
