using System.Runtime.CompilerServices;
using Pyventus.CompilerServices;

namespace Pyventus;

/// <inheritdoc/>
/// <typeparam name="TPayload">The payload of the emission.</typeparam>
internal sealed class EventEmission<TPayload> : EventEmission
    where TPayload : struct, IPayload<TPayload>
{
    private readonly TPayload _payload;

    /// <exception cref="EventSignatureException">A subscriber cannot be called with the payload.</exception>
    public EventEmission(EventEmitter emitter, EventSlot slot, SubscriberSnapshot snapshot, in TPayload payload, bool hasCaller, CancellationToken callerToken)
        : base(emitter, slot, snapshot, hasCaller, callerToken)
    {
        _payload = payload;
        if (snapshot.FanOut is null)
        {
            // Now: what does not fit is refused before the emission is accepted.
            snapshot.Bind<TPayload>();
        }
    }

    private bool Detaches => !HasCaller && Emitter.DetachesHandlers && !DetachedCode.IsHere;

    private protected override EmissionState? StartAll(OnceClaims? claims, CancellationToken cancellationToken)
    {
        EmissionFrame frame = Emitter.SharesState(Snapshot, Trace)
            ? new EmissionFrame(CreateState(cancellationToken), Emitter.Options.Services)
            : new EmissionFrame(this, Emitter.Scopes(Snapshot) ? null : Snapshot.FanOut, cancellationToken);
        if (frame.UsesFanOut && !Detaches)
        {
            // The contract is this payload's and the table's, since the table is the only one.
            Unsafe.As<TableEvent<TPayload>>(Snapshot.FanOut!).FanOut(ref frame, in _payload);
        }
        else
        {
            HandlerLoop.StartAll(ref frame, Snapshot, Snapshot.GetInvokers<TPayload>(), claims, in _payload, Detaches);
        }

        return frame.ExistingState;
    }

    private protected override ValueTask Start(int index, HandlerCall call) =>
        call.Invoke(Snapshot.GetInvokers<TPayload>()[index], in _payload, Snapshot.Entries[index].Subscriber.IsAsync && Detaches);
}
