using Pyventus.CompilerServices;

namespace Pyventus;

// What call sites and emissions call without an emission.
internal sealed partial class EventSlot
{
    private Type? _directPayload;

    /// <summary>Whether a slot can do without what stands for the handlers of an event.</summary>
    public static bool IsPlain(TableEvent tableEvent) => tableEvent.IsPlain && !tableEvent.PayloadType.IsCollectible;

    /// <summary>Whether nothing stands for the handlers of the event, and this is all that the tables know of it.</summary>
    public bool IsUnloaded(TableLink[] links) => _unloaded is not null && links is [var link] && link.Event == _unloaded;

    /// <summary>Has emissions that are not observed run an event, until the subscribers change.</summary>
    /// <param name="snapshot">The subscribers that the event calls.</param>
    /// <param name="direct">The event; null when an emission has to do more.</param>
    public void SetDirect(SubscriberSnapshot snapshot, TableEvent? direct)
    {
        if (direct is not null && _snapshot == snapshot && !_isRetired && HasDirectPayload(direct.PayloadType))
        {
            Direct = direct;
        }
    }

    /// <summary>Whether <see cref="EmitTarget.Direct"/> takes this payload. Thread-safe.</summary>
    public bool IsDirectPayload(Type payloadType) => _directPayload == payloadType;

    /// <summary>Whether a call site with this payload may keep the slot: the payload is the contract's, and will be that of <see cref="EmitTarget.Direct"/>. Thread-safe.</summary>
    /// <param name="payloadType">What the call site passes to <see cref="EmitTarget.Direct"/>.</param>
    /// <param name="given">What it is given; where there is no contract, nothing else is emitted.</param>
    public bool TryBind(Type payloadType, Type given) =>
        Direct?.PayloadType == payloadType || (IsContract(payloadType, given) && HasDirectPayload(payloadType));

    private bool IsContract(Type payloadType, Type given) => payloadType == (Snapshot.Contract?.PayloadType ?? given);

    // The first one is kept for good, since call sites do not ask again; that of an assembly that can go is never kept.
    private bool HasDirectPayload(Type payloadType) =>
        !payloadType.IsCollectible && (Interlocked.CompareExchange(ref _directPayload, payloadType, null) ?? payloadType) == payloadType;
}
