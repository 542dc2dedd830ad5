using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
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
            // Made now: its time is that of the emission, not that of the first handler that asks.
            _ = frame.State;
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

        HandlerLoop.StartAll(ref frame, snapshot, invokers, claims, in payload, detach);
    }

    /// <summary>Runs handlers that have ended when their call returns, and shows them to those who look.</summary>
    /// <returns>Their state.</returns>
    private EmissionState RunObserved<TPayload>(
        EventSlot slot, SubscriberSnapshot snapshot, in TPayload payload, EmissionTrace trace, bool hasCaller, CancellationToken cancellationToken, out int count)
        where TPayload : struct, IPayload<TPayload>
    {
        EmissionFrame frame = CreateFrame(slot, snapshot, hasCaller, trace, cancellationToken);
        try
        {
            Run(ref frame, snapshot, in payload, detach: false, out count);
            trace.Ended(frame.State);
        }
        finally
        {
            trace.Leave();
        }

        return frame.State;
    }

    private void RunPending<TPayload>(AsyncProcessingService service, EventSlot slot, SubscriberSnapshot snapshot, in TPayload payload, EmissionTrace? trace)
        where TPayload : struct, IPayload<TPayload>
    {
        bool waits = service.WaitsHere;
        bool detach = DetachesHandlers && (SynchronizationContext.Current is not null || TaskScheduler.Current != TaskScheduler.Default);
        EmissionFrame frame = CreateFrame(slot, snapshot, hasCaller: false, trace, CancellationToken.None);
        EmissionState? state = RunInScope(service, ref frame, snapshot, in payload, captures: CapturesContext, detach, out _);
        if (state is not null)
        {
            Task? completion = waits ? state.Completion : null;
            state.RemoveUnfinished();
            completion?.GetAwaiter().GetResult();
        }
    }

    private ValueTask<EmissionResult> RunPendingAsync<TPayload>(
        AsyncProcessingService service, EventSlot slot, SubscriberSnapshot snapshot, in TPayload payload, EmissionTrace? trace, CancellationToken cancellationToken)
        where TPayload : struct, IPayload<TPayload>
    {
        EmissionFrame frame = CreateFrame(slot, snapshot, hasCaller: true, trace, cancellationToken);
        EmissionState? pending = RunInScope(service, ref frame, snapshot, in payload, captures: true, detach: false, out int count);
        if (pending is null)
        {
            return GetOutcome(frame.ExistingState, count);
        }

        Task completion = pending.Completion;
        pending.RemoveUnfinished();
        return AwaitOutcomeAsync(completion, pending, count);
    }

    // One that is observed, or whose handlers have scopes of services, runs each handler by itself.
    private EmissionFrame CreateFrame(EventSlot slot, SubscriberSnapshot snapshot, bool hasCaller, EmissionTrace? trace, CancellationToken cancellationToken)
    {
        if (trace is null && !(snapshot.UsesServices && ScopesServices))
        {
            return new EmissionFrame(this, slot, snapshot.FanOut, hasCaller, cancellationToken);
        }

        var state = new EmissionState(this, slot.Key, cancellationToken)
        {
            HasCaller = hasCaller,
            CaptureContext = hasCaller || CapturesContext,
            Trace = trace,
        };
        return new EmissionFrame(state, Options.Services);
    }

    /// <summary>Runs handlers that may be unfinished when their call returns, as counted work of the service.</summary>
    /// <returns>The state to wait for, or null when all have ended.</returns>
    private static EmissionState? RunInScope<TPayload>(
        AsyncProcessingService service, ref EmissionFrame frame, SubscriberSnapshot snapshot, in TPayload payload, bool captures, bool detach, out int count)
        where TPayload : struct, IPayload<TPayload>
    {
        SynchronizationContext? captured = service.Begin(captures);
        EmissionScope scope = EmissionScope.Enter(service, service, out EmissionScope? previous);
        EmissionState? state = null;
        try
        {
            Run(ref frame, snapshot, in payload, detach, out count);
            state = frame.ExistingState is { IsPending: true } pending ? pending : null;
            if (state is null)
            {
                frame.ExistingState?.Trace?.Ended(frame.ExistingState);
            }
        }
        finally
        {
            frame.ExistingState?.Trace?.Leave();
            EmissionScope.Leave(previous);
            if (state is null)
            {
                scope.End();
                service.End(captured);
            }
        }

        if (state is not null)
        {
            state.Ended = () =>
            {
                scope.End();
                service.End(captured);
            };
        }

        return state;
    }

    internal static ValueTask<EmissionResult> GetOutcome(EmissionState? state, int count)
    {
        if (state is null)
        {
            return new ValueTask<EmissionResult>(new EmissionResult(count, null));
        }

        return state.GetException() switch
        {
            null => new ValueTask<EmissionResult>(state.GetResult(count)),
            OperationCanceledException when state.CancellationToken.IsCancellationRequested => ValueTask.FromCanceled<EmissionResult>(state.CancellationToken),
            { } exception => ValueTask.FromException<EmissionResult>(exception),
        };
    }

    private static async ValueTask<EmissionResult> AwaitOutcomeAsync(Task completion, EmissionState state, int count)
    {
        await completion.ConfigureAwait(false);
        if (state.GetException() is { } exception)
        {
            ExceptionDispatchInfo.Throw(exception);
        }

        return state.GetResult(count);
    }
}
