using System.Threading.Tasks.Sources;
using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>
/// The state of an emission that begins in the call of its emitter and may outlive it, and what <c>EmitAsync</c> returns
/// then. It is used again when it has ended and its outcome has been taken, so nothing that users can keep refers to it.
/// </summary>
internal sealed class PendingEmission : EmissionState, IValueTaskSource<EmissionResult>
{
    private const int MaxKeptHandlers = 64;

    // A caller's code never runs on the stack of the handler that ended last.
    private ManualResetValueTaskSourceCore<EmissionResult> _outcome = new() { RunContinuationsAsynchronously = true };
    private PendingHandler?[] _handlers = new PendingHandler?[4];
    private int _handlerCount;
    private int _subscriberCount;
    private int _nextVersion;
    private AsyncProcessingService? _service;
    private SynchronizationContext? _captured;
    private EmissionScope? _scope;

    /// <summary>A state for an emission.</summary>
    public static PendingEmission Rent(EventEmitter emitter, EventKey @event, bool hasCaller, CancellationToken cancellationToken)
    {
        PendingEmission emission = PendingEmissionPool.Rent();
        emission.Begin(emitter, @event, cancellationToken);
        emission.HasCaller = hasCaller;
        emission.CaptureContext = hasCaller || emitter.CapturesContext;
        return emission;
    }

    /// <summary>A state for an emission that was submitted; returned when that has ended.</summary>
    public static PendingEmission Rent(EventEmission submitted, CancellationToken cancellationToken)
    {
        PendingEmission emission = PendingEmissionPool.Rent();
        emission.Begin(submitted, cancellationToken);
        emission.HasCaller = submitted.HasCaller;
        emission.CaptureContext = submitted.HasCaller || submitted.Emitter.CapturesContext;
        return emission;
    }

    /// <summary>The call that began the emission returns before the end.</summary>
    /// <param name="service">What the emission is counted by.</param>
    /// <param name="captured">The context that handlers continue in.</param>
    /// <param name="scope">The scope of the emission.</param>
    /// <param name="subscriberCount">How many handlers it runs.</param>
    public void Detach(AsyncProcessingService service, SynchronizationContext? captured, EmissionScope scope, int subscriberCount)
    {
        _service = service;
        _captured = captured;
        _scope = scope;
        _subscriberCount = subscriberCount;
        service.ContinuesIn(captured);
    }

    /// <summary>What the caller awaits; asked before <see cref="EmissionState.AllStarted"/>, and awaited at most once.</summary>
    public ValueTask<EmissionResult> Outcome => new(this, _outcome.Version);

    /// <summary>The emission has ended and nobody refers to it: another one may use the state.</summary>
    public void Return()
    {
        Clear();
        _handlerCount = 0;
        _service = null;
        _captured = null;
        _scope = null;
        if (_handlers.Length <= MaxKeptHandlers && _nextVersion < ushort.MaxValue)
        {
            PendingEmissionPool.Return(this);
        }
    }

    ValueTaskSourceStatus IValueTaskSource<EmissionResult>.GetStatus(short token)
    {
        ThrowIfTaken(token);
        return _outcome.GetStatus(token);
    }

    void IValueTaskSource<EmissionResult>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
    {
        ThrowIfTaken(token);
        _outcome.OnCompleted(continuation, state, token, flags);
    }

    EmissionResult IValueTaskSource<EmissionResult>.GetResult(short token)
    {
        ThrowIfTaken(token);
        if (_outcome.GetStatus(token) == ValueTaskSourceStatus.Pending)
        {
            // Blocked on where it should be awaited: it does what it does where an executor runs the emission.
            return new ValueTask<EmissionResult>(this, token).AsTask().GetAwaiter().GetResult();
        }

        // Versions never repeat: a state whose versions are used up is not used again.
        int version = (ushort)token;
        if (Interlocked.CompareExchange(ref _nextVersion, version + 1, version) != version)
        {
            throw Taken();
        }

        try
        {
            return _outcome.GetResult(token);
        }
        finally
        {
            _outcome.Reset();
            Return();
        }
    }

    protected override PendingHandler CreatePendingHandler()
    {
        if (_handlerCount == _handlers.Length)
        {
            Array.Resize(ref _handlers, 2 * _handlerCount);
        }

        return _handlers[_handlerCount++] ??= new PendingHandler(this);
    }

    public override void End()
    {
        Trace?.Ended(this);
        if (Submitted is { } emission)
        {
            emission.End(this);
            Complete();
            Return();
            return;
        }

        _scope!.End();
        _service!.End(_captured);
        Complete();
        if (!HasCaller)
        {
            Return();
        }
        else if (GetException() is { } exception)
        {
            _outcome.SetException(exception);
        }
        else
        {
            // Last: who takes the outcome lets another emission use the state.
            _outcome.SetResult(new EmissionResult(_subscriberCount, Failures));
        }
    }

    private void ThrowIfTaken(short token)
    {
        if (token != _outcome.Version)
        {
            throw Taken();
        }
    }

    private static InvalidOperationException Taken() =>
        new("The outcome of the emission has been taken before: await what EmitAsync returns once, at once; to keep it or to await it again, call AsTask.");
}
