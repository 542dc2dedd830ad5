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
        if (FindDirect() is { } direct)
        {
            direct.RunDirect(Emitter, _payload, null);
            return;
        }

        var frame = new EmissionFrame(Emitter, Slot, Snapshot.FanOut, hasCaller: false, CancellationToken.None, mayPend: true);
        if (FanOut is { } fanOut)
        {
            fanOut.FanOut(ref frame, in _payload);
        }
        else
        {
            HandlerLoop.StartAll(ref frame, Snapshot, Snapshot.GetInvokers<TPayload>(), claims: null, in _payload, detach: false);
        }

        // Made of those that are used again: its handlers have all ended.
        (frame.ExistingState as PendingEmission)?.Return();
    }

    // The contract is this payload's and the table's, since the table is the only one.
    private TableEvent<TPayload>? FanOut => Unsafe.As<TableEvent<TPayload>?>(Snapshot.FanOut);

    private TableEvent<TPayload>? FindDirect() =>
        FanOut is not { } fanOut ? Snapshot.Bind<TPayload>().Direct
        : fanOut.IsDirect ? fanOut
        : null;
}
