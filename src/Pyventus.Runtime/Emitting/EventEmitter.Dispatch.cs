using System.Runtime.CompilerServices;
using Pyventus.CompilerServices;

namespace Pyventus;

public partial class EventEmitter
{
    /// <summary>Emits through a slot: converts the payload to its contract where it has to, and runs or submits the emission.</summary>
    internal void Dispatch<TPayload>(EventSlot slot, in TPayload payload)
        where TPayload : struct, IPayload<TPayload>
    {
        // First: making it may make the event direct.
        SubscriberSnapshot snapshot = slot.Snapshot;
        if (TryRunDirect(slot, in payload))
        {
            return;
        }

        if (snapshot.Contract is { } contract and not PayloadContract<TPayload>)
        {
            if (slot.Key.Type is null)
            {
                contract.Emit(this, slot, contract.Convert(slot.Key, in payload));
            }
            else
            {
                contract.EmitObject(this, slot, payload.GetArgument(0)!);
            }
        }
        else if (snapshot.Count == 0)
        {
            Unhandled(slot.Key);
        }
        else if (_executor is not null && SynchronousEmission.Suits(this, snapshot))
        {
            _executor.Submit(this, slot, snapshot, in payload);
        }
        else
        {
            ThrowIfClosed();
            EmissionTrace? trace = EmissionTrace.TryCreate(this, slot.Key, snapshot);
            if (_inline is null || NeedsEmission(snapshot))
            {
                _submitter!.Submit(slot, snapshot, in payload, trace);
            }
            else if (MayPend(snapshot))
            {
                RunPending(_inline, slot, snapshot, in payload, trace);
            }
            else if (trace is not null)
            {
                RunObserved(slot, snapshot, in payload, trace, hasCaller: false, CancellationToken.None, out _);
            }
            else if (FindDirect<TPayload>(slot, snapshot) is { } direct)
            {
                direct.RunDirect(this, payload, null);
            }
            else
            {
                var frame = new EmissionFrame(this, slot, StopsOnFirst ? null : snapshot.FanOut, hasCaller: false, CancellationToken.None);
                Run(ref frame, snapshot, in payload, detach: false, out _);
            }
        }
    }

    /// <summary>The same, awaiting the handlers.</summary>
    internal ValueTask<EmissionResult> DispatchAsync<TPayload>(EventSlot slot, in TPayload payload, CancellationToken cancellationToken)
        where TPayload : struct, IPayload<TPayload>
    {
        if (EmitSite.FindDirect(this, slot, cancellationToken) is { } known && slot.IsDirectPayload(typeof(TPayload)))
        {
            return RunDirectAsync(Unsafe.As<TableEvent<TPayload>>(known), in payload);
        }

        SubscriberSnapshot snapshot = slot.Snapshot;
        if (snapshot.Contract is { } contract and not PayloadContract<TPayload>)
        {
            return slot.Key.Type is null
                ? contract.EmitAsync(this, slot, contract.Convert(slot.Key, in payload), cancellationToken)
                : contract.EmitObjectAsync(this, slot, payload.GetArgument(0)!, cancellationToken);
        }

        if (snapshot.Count == 0)
        {
            return UnhandledAsync(slot.Key, cancellationToken);
        }

        ThrowIfClosed();
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<EmissionResult>(cancellationToken);
        }

        EmissionTrace? trace = EmissionTrace.TryCreate(this, slot.Key, snapshot);
        if (_inline is null || NeedsEmission(snapshot))
        {
            return _submitter!.SubmitAsync(slot, snapshot, in payload, trace, cancellationToken);
        }

        if (MayPend(snapshot))
        {
            return RunPendingAsync(_inline, slot, snapshot, in payload, trace, cancellationToken);
        }

        if (trace is not null)
        {
            return GetOutcome(RunObserved(slot, snapshot, in payload, trace, hasCaller: true, cancellationToken, out int observed), observed);
        }

        if (!cancellationToken.CanBeCanceled && FindDirect<TPayload>(slot, snapshot) is { } direct)
        {
            return RunDirectAsync(direct, in payload);
        }

        var frame = new EmissionFrame(this, slot, StopsOnFirst ? null : snapshot.FanOut, hasCaller: true, cancellationToken);
        Run(ref frame, snapshot, in payload, detach: false, out int count);
        return GetOutcome(frame.ExistingState, count);
    }

    // The event that calls all subscribers, none of which is observed or may pend; call sites get to know it.
    private TableEvent<TPayload>? FindDirect<TPayload>(EventSlot slot, SubscriberSnapshot snapshot)
        where TPayload : struct, IPayload<TPayload>
    {
        if (StopsOnFirst || snapshot.Bind<TPayload>().Direct is not { } direct)
        {
            return null;
        }

        if (slot.Direct is null && DirectLinker is not null && slot.TryBind(typeof(TPayload), typeof(TPayload)))
        {
            Linker.SetDirect(slot, snapshot, direct);
        }

        return direct;
    }

    private ValueTask<EmissionResult> RunDirectAsync<TPayload>(TableEvent<TPayload> direct, in TPayload payload)
        where TPayload : struct, IPayload<TPayload>
    {
        object? state = direct.RunDirect(this, payload, this);
        return state == this ? direct.Completed : GetOutcome((EmissionState?)state, direct.FanOutCount);
    }

    // Where handlers run one after the other, it takes more only if one can make the next one wait, or can leave it unclaimed.
    private bool NeedsEmission(SubscriberSnapshot snapshot) =>
        RunsSequentially && (snapshot.HasOnce || MayPend(snapshot));

    // The services of a scope may have to be disposed asynchronously.
    private bool MayPend(SubscriberSnapshot snapshot) => snapshot.MayPend || Scopes(snapshot);

    private void ThrowIfClosed()
    {
        if (_accepting is not null)
        {
            _accepting.ThrowIfClosed();
        }
        else if (_disposed && EmissionScope.Find(ScopeOwner) is null)
        {
            throw new EmissionRejectedException("The emitter was disposed; the event was not emitted. Emit before that, or keep it open longer.");
        }
    }

    private void EmitNamed<TPayload>(string eventName, in TPayload payload)
        where TPayload : struct, IPayload<TPayload>
    {
        ArgumentNullException.ThrowIfNull(eventName);
        EventSlot? slot = Linker.Find(eventName);
        if (slot is null)
        {
            UnhandledName(eventName);
        }
        else if (!TryRunDirect(slot, in payload))
        {
            Dispatch(slot, in payload);
        }
    }

    private ValueTask<EmissionResult> EmitNamedAsync<TPayload>(string eventName, in TPayload payload, CancellationToken cancellationToken)
        where TPayload : struct, IPayload<TPayload>
    {
        ArgumentNullException.ThrowIfNull(eventName);
        return Linker.Find(eventName) is { } slot
            ? DispatchAsync(slot, in payload, cancellationToken)
            : UnhandledNameAsync(eventName, cancellationToken);
    }

    private void Unhandled(EventKey key)
    {
        ThrowIfClosed();
        try
        {
            Telemetry.CountUnhandled();
            if ((_logger ?? DebugLog) is { } log)
            {
                Log.Unhandled(log, key.DisplayName);
            }
        }
        catch (Exception exception)
        {
            StandardError.Write($"a listener or logger threw while it was told that nobody handles the event '{key}'", exception);
        }
    }

    private ValueTask<EmissionResult> UnhandledAsync(EventKey key, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<EmissionResult>(cancellationToken);
        }

        Unhandled(key);
        return default;
    }

    // What nobody linked was not looked at yet.
    private void UnhandledName(string eventName)
    {
        EventNames.ValidateEmitted(eventName);
        Unhandled(EventKey.OfAnyName(eventName));
    }

    private ValueTask<EmissionResult> UnhandledNameAsync(string eventName, CancellationToken cancellationToken)
    {
        EventNames.ValidateEmitted(eventName);
        return UnhandledAsync(EventKey.OfAnyName(eventName), cancellationToken);
    }
}
