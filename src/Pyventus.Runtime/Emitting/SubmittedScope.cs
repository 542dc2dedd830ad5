namespace Pyventus;

/// <summary>The scope of an emission that was submitted: perhaps through a wrapper of its service, which may be ordered.</summary>
internal sealed class SubmittedScope(object service, object emitterService, EmissionScope? outer) : InnerScope(service, outer)
{
    private Queue<QueuedEmission>? _children;

    /// <summary>The nested emissions of an ordered service, in the order emitted; guarded by the service's lock.</summary>
    public Queue<QueuedEmission> Children => _children ??= new Queue<QueuedEmission>();

    /// <summary>Whether an ordered service has taken the children over; guarded by the service's lock.</summary>
    public bool IsClosed { get; set; }

    protected override bool IsRunBy(object service) => base.IsRunBy(service) || (emitterService == service && !HasEnded);
}
