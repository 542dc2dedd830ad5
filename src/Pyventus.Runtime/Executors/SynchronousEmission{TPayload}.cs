using System.Runtime.CompilerServices;
using Pyventus.CompilerServices;

namespace Pyventus;

/// <inheritdoc/>
/// <typeparam name="TPayload">The payload of the emission.</typeparam>
internal sealed class SynchronousEmission<TPayload> : SynchronousEmission
    where TPayload : struct, IPayload<TPayload>
{
    private readonly TPayload _payload;

    /// <exception cref="EventSignatureException">A subscriber cannot be called with the payload.</exception>
    public SynchronousEmission(EventEmitter emitter, EventSlot slot, SubscriberSnapshot snapshot, in TPayload payload, ExecutionContext? context)
        : base(emitter, slot, snapshot, context)
    {
        _payload = payload;
        if (snapshot.FanOut is null)
        {
            // Now: what does not fit is refused before the emission is accepted.
            snapshot.Bind<TPayload>();
        }
    }

    private protected override void RunHandlers()
    {
        if ((Snapshot.FanOut is { IsDirect: true } only ? Unsafe.As<TableEvent<TPayload>>(only) : Snapshot.FanOut is null ? Snapshot.Bind<TPayload>().Direct : null) is { } direct)
        {
            object? state = null;
            direct.RunDirect(Emitter, in _payload, ref state);
            return;
        }

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
