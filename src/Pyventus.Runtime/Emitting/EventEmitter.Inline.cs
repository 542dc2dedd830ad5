using System.Runtime.CompilerServices;
using Pyventus.CompilerServices;

namespace Pyventus;

// Emissions of an unordered async service run in the call that emits them, without an object of their own.
public partial class EventEmitter
{
    private static void Run<TPayload>(ref EmissionFrame frame, SubscriberSnapshot snapshot, in TPayload payload, bool detach, out int count)
        where TPayload : struct, IPayload<TPayload>
    {
        if (snapshot.TakesContext)
        {
            // Now: it is the time of the emission, not that of the first handler that asks.
            frame.State.SetTime();
        }

        if (snapshot.FanOut is { } fanOut && !detach && frame.UsesFanOut)
        {
            // The contract is this payload's and the table's, since the table is the only one.
            count = snapshot.Count;
            Unsafe.As<TableEvent<TPayload>>(fanOut).FanOut(ref frame, in payload);
            return;
        }

        // Made first: what does not fit is refused before a once subscriber is claimed.
        HandlerInvoker<TPayload>[] invokers = snapshot.GetInvokers<TPayload>();
        OnceClaims? claims = OnceClaims.Claim(snapshot, out count);
        claims?.Consume();
        if (frame.ExistingState is { Trace: { } trace } state)
        {
            trace.Begin(state.Id, claims);
        }

        count -= HandlerLoop.StartAll(ref frame, snapshot, invokers, claims, in payload, detach);
    }

    /// <summary>Runs handlers that have ended when their call returns, and shows them to those who look.</summary>
    /// <returns>Their state.</returns>
    private EmissionState RunObserved<TPayload>(
        EventSlot slot, SubscriberSnapshot snapshot, in TPayload payload, EmissionTrace trace, bool hasCaller, CancellationToken cancellationToken, out int count)
        where TPayload : struct, IPayload<TPayload>
    {
        var state = new EmissionState(this, slot.Key, cancellationToken)
        {
            HasCaller = hasCaller,
            CaptureContext = hasCaller || CapturesContext,
            Trace = trace,
        };
        var frame = new EmissionFrame(state, Options.Services);
        try
        {
            Run(ref frame, snapshot, in payload, detach: false, out count);
            trace.Ended(state);
        }
        finally
        {
            trace.Leave();
        }

        return state;
    }

    private void RunPending<TPayload>(AsyncProcessingService service, EventSlot slot, SubscriberSnapshot snapshot, in TPayload payload, EmissionTrace? trace)
        where TPayload : struct, IPayload<TPayload>
    {
        bool waits = service.WaitsHere;
        bool detach = DetachesHandlers && !DetachedCode.IsHere;
        EmissionFrame frame = CreatePendingFrame(slot, snapshot, hasCaller: false, trace, CancellationToken.None);
        if (RunInScope(service, ref frame, snapshot, in payload, CapturesContext, detach, out _) is { } pending)
        {
            Task? completion = waits ? pending.Completion : null;
            pending.AllStarted();
            completion?.GetAwaiter().GetResult();
        }
        else
        {
            Return(frame.ExistingState);
        }
    }

    private ValueTask<EmissionResult> RunPendingAsync<TPayload>(
        AsyncProcessingService service, EventSlot slot, SubscriberSnapshot snapshot, in TPayload payload, EmissionTrace? trace, CancellationToken cancellationToken)
        where TPayload : struct, IPayload<TPayload>
    {
        EmissionFrame frame = CreatePendingFrame(slot, snapshot, hasCaller: true, trace, cancellationToken);
        ValueTask<EmissionResult> outcome;
        if (RunInScope(service, ref frame, snapshot, in payload, captures: true, detach: false, out int count) is { } pending)
        {
            outcome = pending.Outcome;
            pending.AllStarted();
        }
        else
        {
            outcome = GetOutcome(frame.ExistingState, count);
            Return(frame.ExistingState);
        }

        return outcome;
    }

    // One that is observed, or whose handlers share a scope of services, has a state that is theirs.
    private EmissionFrame CreatePendingFrame(EventSlot slot, SubscriberSnapshot snapshot, bool hasCaller, EmissionTrace? trace, CancellationToken cancellationToken)
    {
        if (!SharesState(snapshot, trace))
        {
            return new EmissionFrame(this, slot, Scopes(snapshot) ? null : snapshot.FanOut, hasCaller, cancellationToken, mayPend: true);
        }

        PendingEmission state = PendingEmission.Rent(this, slot.Key, hasCaller, cancellationToken);
        state.Trace = trace;
        return new EmissionFrame(state, Options.Services);
    }

    /// <summary>Runs handlers that may be unfinished when their call returns, as counted work of the service.</summary>
    /// <returns>The emission that goes on; null when all handlers have ended.</returns>
    private static PendingEmission? RunInScope<TPayload>(
        AsyncProcessingService service, ref EmissionFrame frame, SubscriberSnapshot snapshot, in TPayload payload, bool captures, bool detach, out int count)
        where TPayload : struct, IPayload<TPayload>
    {
        service.Begin();
        SynchronizationContext? captured = captures ? SynchronizationContext.Current : null;
        EmissionScope scope = EmissionScope.Enter(service, out CallerContext caller);
        PendingEmission? pending = null;
        try
        {
            Run(ref frame, snapshot, in payload, detach, out count);
            if (frame.ExistingState is { } state)
            {
                pending = state.IsPending ? (PendingEmission)state : null;
                if (pending is null)
                {
                    state.Trace?.Ended(state);
                }
            }
        }
        finally
        {
            frame.ExistingState?.Trace?.Leave();
            caller.Restore();
            if (pending is null)
            {
                scope.End();
                service.End(null);
            }
        }

        pending?.Detach(service, captured, scope, count);
        return pending;
    }

    // Its handlers have all ended, and their outcome is known.
    private static void Return(EmissionState? state)
    {
        if (state is not null)
        {
            ((PendingEmission)state).Return();
        }
    }

    internal static ref readonly ValueTask<EmissionResult> GetOutcome(EmissionState? state, int count, ref ValueTask<EmissionResult> outcome)
    {
        outcome = GetOutcome(state, count);
        return ref outcome;
    }

    internal static ValueTask<EmissionResult> GetOutcome(EmissionState? state, int count)
    {
        if (state is null)
        {
            return new ValueTask<EmissionResult>(new EmissionResult(count, null));
        }

        return state.GetException() switch
        {
            null => new ValueTask<EmissionResult>(new EmissionResult(count, state.Failures)),
            OperationCanceledException when state.CancellationToken.IsCancellationRequested => ValueTask.FromCanceled<EmissionResult>(state.CancellationToken),
            { } exception => ValueTask.FromException<EmissionResult>(exception),
        };
    }
}
