namespace Pyventus;

/// <summary>
/// Says that the code runs inside an emission of a processing service or executor, so that what it emits there is
/// accepted as nested work. Flows with the execution context; ends with the emission, although tasks that outlive the
/// emission still carry it.
/// </summary>
internal sealed class EmissionScope
{
    private static readonly AsyncLocal<EmissionScope?> _current = new();
    private readonly object _service;
    private readonly object _emitterService;
    private volatile EmissionScope? _outer;
    private volatile bool _ended;
    private Queue<QueuedEmission>? _children;

    private EmissionScope(object service, object emitterService, EmissionScope? outer)
    {
        _service = service;
        _emitterService = emitterService;
        _outer = outer;
    }

    /// <summary>The nested emissions of an ordered service, in the order emitted; guarded by the service's lock.</summary>
    public Queue<QueuedEmission> Children => _children ??= new Queue<QueuedEmission>();

    /// <summary>Whether an ordered service has taken the children over; guarded by the service's lock.</summary>
    public bool IsClosed { get; set; }

    /// <summary>Whether an emission is running around the caller.</summary>
    public static bool IsActive
    {
        get
        {
            EmissionScope? scope = _current.Value;
            while (scope is { _ended: true })
            {
                scope = scope._outer;
            }

            return scope is not null;
        }
    }

    /// <summary>The running emission of the service around the caller, if there is one.</summary>
    public static EmissionScope? Find(object service)
    {
        EmissionScope? scope = _current.Value;
        while (scope is not null && (scope._ended || (scope._service != service && scope._emitterService != service)))
        {
            scope = scope._outer;
        }

        return scope;
    }

    /// <summary>Begins an emission.</summary>
    /// <param name="service">The service or executor that runs it.</param>
    /// <param name="emitterService">The one that the emitter submitted it to: another one when that is a wrapper.</param>
    /// <param name="previous">Goes to <see cref="Leave"/> when the call that began the emission returns.</param>
    public static EmissionScope Enter(object service, object emitterService, out EmissionScope? previous)
    {
        previous = _current.Value;

        // One scope per service and none that ended: the chain cannot grow with the depth of nesting.
        EmissionScope? outer = previous;
        while (outer is not null && (outer._ended || outer._service == service))
        {
            outer = outer._outer;
        }

        outer?.ForgetEnded();
        var scope = new EmissionScope(service, emitterService, outer);
        _current.Value = scope;
        return scope;
    }

    /// <summary>The call that began the emission returns; the emission may go on.</summary>
    public static void Leave(EmissionScope? previous) => _current.Value = previous;

    /// <summary>The emission has ended, with everything it ran.</summary>
    public void End() => _ended = true;

    // Emissions of two services that overlap in turn would hang on to all that were before them.
    private void ForgetEnded()
    {
        while (_outer is { _ended: true } ended)
        {
            _outer = ended._outer;
        }
    }
}
