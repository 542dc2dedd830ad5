using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;
using Pyventus.CompilerServices;

namespace Pyventus;

public partial class EventEmitter
{
    /// <summary>Emits through a slot: converts the payload to its contract where it has to, and runs or submits the emission.</summary>
    internal void Dispatch<TPayload>(EventSlot slot, in TPayload payload)
        where TPayload : struct, IPayload<TPayload>
    {
        SubscriberSnapshot snapshot = slot.Snapshot;
        if (snapshot.Contract is { } contract and not PayloadContract<TPayload>)
        {
            contract.Emit(this, slot, contract.Convert(slot.Key, in payload));
        }
        else if (snapshot.Count == 0)
        {
            Unhandled(slot.Key);
        }
        else
        {
            ThrowIfClosed();
            LogEmission(slot.Key, snapshot);
            if (_inline is null || snapshot.NeedsEmission)
            {
                Submit(slot, snapshot, in payload);
            }
            else if (snapshot.MayPend)
            {
                RunPending(_inline, slot, snapshot, in payload);
            }
            else
            {
                var frame = new EmissionFrame(this, slot, snapshot.FanOut, hasCaller: false, CancellationToken.None);
                Run(ref frame, snapshot, in payload, detach: false, out _);
            }
        }
    }

    /// <summary>The same, awaiting the handlers.</summary>
    internal ValueTask<EmissionResult> DispatchAsync<TPayload>(EventSlot slot, in TPayload payload, CancellationToken cancellationToken)
        where TPayload : struct, IPayload<TPayload>
    {
        SubscriberSnapshot snapshot = slot.Snapshot;
        if (snapshot.Contract is { } contract and not PayloadContract<TPayload>)
        {
            return contract.EmitAsync(this, slot, contract.Convert(slot.Key, in payload), cancellationToken);
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

        LogEmission(slot.Key, snapshot);
        if (_inline is null || snapshot.NeedsEmission)
        {
            var emission = new EventEmission<TPayload>(this, slot.Key, snapshot, snapshot.GetInvokers<TPayload>(), payload, hasCaller: true, cancellationToken);
            return SubmitAsync(emission, cancellationToken);
        }

        if (snapshot.MayPend)
        {
            return RunPendingAsync(_inline, slot, snapshot, in payload, cancellationToken);
        }

        var frame = new EmissionFrame(this, slot, snapshot.FanOut, hasCaller: true, cancellationToken);
        Run(ref frame, snapshot, in payload, detach: false, out int count);
        return GetOutcome(frame.ExistingState, count);
    }

    private static void Run<TPayload>(ref EmissionFrame frame, SubscriberSnapshot snapshot, in TPayload payload, bool detach, out int count)
        where TPayload : struct, IPayload<TPayload>
    {
        if (snapshot.FanOut is { } fanOut && !detach)
        {
            // The contract is this payload's and the table's, since the table is the only one.
            count = snapshot.Count;
            Unsafe.As<TableEvent<TPayload>>(fanOut).FanOut(ref frame, in payload);
            return;
        }

        // Made first: what does not fit is refused before a once subscriber is claimed.
        HandlerInvoker<TPayload>[] invokers = snapshot.GetInvokers<TPayload>();
        bool[]? claims = snapshot.ClaimOnce(out count);
        for (int index = 0; index < claims?.Length; index++)
        {
            if (claims[index])
            {
                snapshot.Entries[index].Subscriber.Consume();
            }
        }

        HandlerLoop.StartAll(ref frame, snapshot, invokers, claims, in payload, detach);
    }

    private void RunPending<TPayload>(AsyncProcessingService service, EventSlot slot, SubscriberSnapshot snapshot, in TPayload payload)
        where TPayload : struct, IPayload<TPayload>
    {
        bool waits = service.WaitsHere;
        bool detach = DetachesHandlers && (SynchronizationContext.Current is not null || TaskScheduler.Current != TaskScheduler.Default);
        if (CapturesContext)
        {
            service.NoteContext();
        }

        var frame = new EmissionFrame(this, slot, snapshot.FanOut, hasCaller: false, CancellationToken.None);
        EmissionState? state = RunInScope(service, ref frame, snapshot, in payload, detach, out _);
        if (state is not null)
        {
            Task? completion = waits ? state.Completion : null;
            state.RemoveUnfinished();
            completion?.GetAwaiter().GetResult();
        }
    }

    private ValueTask<EmissionResult> RunPendingAsync<TPayload>(
        AsyncProcessingService service, EventSlot slot, SubscriberSnapshot snapshot, in TPayload payload, CancellationToken cancellationToken)
        where TPayload : struct, IPayload<TPayload>
    {
        service.NoteContext();
        var frame = new EmissionFrame(this, slot, snapshot.FanOut, hasCaller: true, cancellationToken);
        EmissionState? pending = RunInScope(service, ref frame, snapshot, in payload, detach: false, out int count);
        if (pending is null)
        {
            return GetOutcome(frame.ExistingState, count);
        }

        Task completion = pending.Completion;
        pending.RemoveUnfinished();
        return AwaitOutcomeAsync(completion, pending, count);
    }

    /// <summary>Runs handlers that may be unfinished when their call returns, as counted work of the service.</summary>
    /// <returns>The state to wait for, or null when all have ended.</returns>
    private static EmissionState? RunInScope<TPayload>(
        AsyncProcessingService service, ref EmissionFrame frame, SubscriberSnapshot snapshot, in TPayload payload, bool detach, out int count)
        where TPayload : struct, IPayload<TPayload>
    {
        service.Work.Enter(service);
        EmissionScope scope = EmissionScope.Enter(service, out EmissionScope? previous);
        EmissionState? state = null;
        try
        {
            Run(ref frame, snapshot, in payload, detach, out count);
            state = frame.ExistingState is { IsPending: true } pending ? pending : null;
        }
        finally
        {
            EmissionScope.Leave(previous);
            if (state is null)
            {
                scope.End();
                service.Work.Exit();
            }
        }

        if (state is not null)
        {
            state.Ended = () =>
            {
                scope.End();
                service.Work.Exit();
            };
        }

        return state;
    }

    private static ValueTask<EmissionResult> GetOutcome(EmissionState? state, int count)
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

    private void Submit<TPayload>(EventSlot slot, SubscriberSnapshot snapshot, in TPayload payload)
        where TPayload : struct, IPayload<TPayload>
    {
        var emission = new EventEmission<TPayload>(this, slot.Key, snapshot, snapshot.GetInvokers<TPayload>(), payload, hasCaller: false, CancellationToken.None);
        try
        {
            AcceptForService(emission);
            _processor.Submit(emission);
        }
        catch
        {
            emission.Reject();
            throw;
        }
    }

    private async ValueTask<EmissionResult> SubmitAsync(EventEmission emission, CancellationToken cancellationToken)
    {
        try
        {
            AcceptForService(emission);
            emission.DropOnCancellation();
            await _processor.SubmitAsync(emission, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            emission.Reject();
            throw;
        }

        return await emission.Outcome.ConfigureAwait(false);
    }

    private void AcceptForService(EventEmission emission)
    {
        if (_accepting?.ClaimsOnAcceptance != true)
        {
            emission.Accept();
        }
    }

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
        if (Linker.Find(eventName) is { } slot)
        {
            Dispatch(slot, in payload);
        }
        else
        {
            Unhandled(new EventKey(eventName));
        }
    }

    private ValueTask<EmissionResult> EmitNamedAsync<TPayload>(string eventName, in TPayload payload, CancellationToken cancellationToken)
        where TPayload : struct, IPayload<TPayload>
    {
        ArgumentNullException.ThrowIfNull(eventName);
        return Linker.Find(eventName) is { } slot
            ? DispatchAsync(slot, in payload, cancellationToken)
            : UnhandledAsync(new EventKey(eventName), cancellationToken);
    }

    private void Unhandled(EventKey key)
    {
        ThrowIfClosed();
        UnhandledEmissions.Count();
        if (_logger is not null)
        {
            Log.Unhandled(_logger, key.DisplayName);
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

    private void LogEmission(EventKey key, SubscriberSnapshot snapshot)
    {
        if (Debug && _logger?.IsEnabled(LogLevel.Debug) == true)
        {
            string subscribers = string.Join(", ", snapshot.Entries.Select(static entry => entry.Subscriber.Name));
            Log.Emitting(_logger, key.DisplayName, snapshot.Count, subscribers);
        }
    }
}
