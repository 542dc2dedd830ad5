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
        var frame = new EmissionFrame(state, Emitter.Options.Services);
        HandlerLoop.StartAll(ref frame, Snapshot, invokers, claims, in _payload, _detaches);
    }

    private protected override ValueTask Start(int index, HandlerCall call) =>
        call.Invoke(invokers[index], in _payload, _detaches && Snapshot.Entries[index].Subscriber.IsAsync);
}
