namespace Pyventus;

/// <summary>
/// Says that the code runs inside an emission of a processing service or executor, so that what it emits there is
/// accepted as nested work. Flows with the execution context; ends with the emission, although tasks that outlive the
/// emission still carry it. For that reason it is small, and never used again.
/// </summary>
internal class EmissionScope
{
    private static readonly AsyncLocal<EmissionScope?> _current = new();

    // Null once the emission has ended.
    private volatile object? _service;

    protected EmissionScope(object service)
    {
        _service = service;
    }

    /// <summary>Whether an emission is running around the caller.</summary>
    public static bool IsActive
    {
        get
        {
            EmissionScope? scope = _current.Value;
            while (scope is { HasEnded: true })
            {
                scope = scope.Outer;
            }

            return scope is not null;
        }
    }

    /// <summary>The running emission of the service around the caller, if there is one.</summary>
    public static EmissionScope? Find(object service)
    {
        EmissionScope? scope = _current.Value;
        while (scope is not null && !scope.IsRunBy(service))
        {
            scope = scope.Outer;
        }

        return scope;
    }

    /// <summary>Begins an emission that its service runs in the call.</summary>
    /// <param name="service">The service.</param>
    /// <param name="caller">To be restored when the call that began the emission returns; the emission may go on.</param>
    public static EmissionScope Enter(object service, out CallerContext caller)
    {
        EmissionScope? previous = _current.Value;
        EmissionScope scope = Create(service, OuterOf(previous, service));
        ExecutionContext? outside = ExecutionContext.Capture();
        _current.Value = scope;
        caller = new CallerContext(outside, ExecutionContext.Capture(), previous);
        return scope;
    }

    /// <summary>Begins an emission that was submitted.</summary>
    /// <param name="service">The service or executor that runs it.</param>
    /// <param name="emitterService">The one that the emitter submitted it to: another one when that is a wrapper.</param>
    /// <param name="previous">Goes to <see cref="Leave"/> when the call that began the emission returns.</param>
    public static EmissionScope Enter(object service, object emitterService, out EmissionScope? previous)
    {
        previous = _current.Value;
        EmissionScope? outer = OuterOf(previous, service);
        return _current.Value = service is ThreadPoolExecutor && service == emitterService
            ? Create(service, outer)
            : new SubmittedScope(service, emitterService, outer);
    }

    /// <summary>The call that began the emission returns; the emission may go on.</summary>
    public static void Leave(EmissionScope? previous) => _current.Value = previous;

    /// <summary>The emission has ended, with everything it ran.</summary>
    public void End() => _service = null;

    protected bool HasEnded => _service is null;

    /// <summary>The scope of another service around this one.</summary>
    protected virtual EmissionScope? Outer
    {
        get => null;
        set => throw new NotSupportedException();
    }

    /// <summary>Whether it is a running emission of the service.</summary>
    protected virtual bool IsRunBy(object service) => _service == service;

    private static EmissionScope Create(object service, EmissionScope? outer) =>
        outer is null ? new EmissionScope(service) : new InnerScope(service, outer);

    private static EmissionScope? OuterOf(EmissionScope? scope, object service)
    {
        // One scope per service and none that ended: the chain cannot grow with the depth of nesting.
        while (scope is not null && (scope.HasEnded || scope._service == service))
        {
            scope = scope.Outer;
        }

        scope?.ForgetEnded();
        return scope;
    }

    // Emissions of two services that overlap in turn would hang on to all that were before them.
    private void ForgetEnded()
    {
        while (Outer is { HasEnded: true } ended)
        {
            Outer = ended.Outer;
        }
    }
}
