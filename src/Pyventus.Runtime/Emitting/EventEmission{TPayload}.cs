using Pyventus.CompilerServices;

namespace Pyventus;

/// <inheritdoc/>
/// <typeparam name="TPayload">The payload of the emission.</typeparam>
internal sealed class EventEmission<TPayload>(
    EventEmitter emitter,
    EventKey @event,
    SubscriberSnapshot snapshot,
    HandlerInvoker<TPayload>[] invokers,
    TPayload payload,
    bool hasCaller,
    CancellationToken callerToken)
    : EventEmission(emitter, @event, snapshot, hasCaller, callerToken)
    where TPayload : struct, IPayload<TPayload>
{
    private readonly TPayload _payload = payload;
    private readonly bool _detaches = !hasCaller && emitter.DetachesHandlers;

    private protected override void StartAll(EmissionState state, OnceClaims? claims)
    {
        var frame = new EmissionFrame(state);
        HandlerLoop.StartAll(ref frame, Snapshot, invokers, claims, in _payload, _detaches);
    }

    private protected override ValueTask Start(int index, EmissionState state, out HandlerResult? result)
    {
        var frame = new EmissionFrame(state);
        EventSubscriber subscriber = Snapshot.Entries[index].Subscriber;
        frame.WantsResult = subscriber.OnSuccess is not null;
        ValueTask task = _detaches && subscriber.IsAsync
            ? HandlerLoop.InvokeDetached(ref frame, invokers[index], in _payload)
            : invokers[index].Invoke(ref frame, in _payload);
        result = frame.TakeResult();
        return task;
    }
}
