using System.Runtime.CompilerServices;
using Pyventus.CompilerServices;

namespace Pyventus;

/// <inheritdoc/>
/// <typeparam name="TPayload">The payload of the emission.</typeparam>
internal sealed class SynchronousEmission<TPayload>(
    EventEmitter emitter, EventSlot slot, SubscriberSnapshot snapshot, in TPayload payload, ExecutionContext? context)
    : SynchronousEmission(emitter, slot, snapshot, context)
    where TPayload : struct, IPayload<TPayload>
{
    private readonly TPayload _payload = payload;

    private protected override void RunHandlers()
    {
        var frame = new EmissionFrame(Emitter, Slot, Snapshot.FanOut, hasCaller: false, CancellationToken.None);
        if (Snapshot.FanOut is { } fanOut)
        {
            // The contract is this payload's and the table's, since the table is the only one.
            Unsafe.As<TableEvent<TPayload>>(fanOut).FanOut(ref frame, in _payload);
        }
        else
        {
            HandlerLoop.StartAll(ref frame, Snapshot, Snapshot.GetInvokers<TPayload>(), claims: null, in _payload, detach: false);
        }
    }
}
