using Pyventus.CompilerServices;

namespace Pyventus;

// What call sites and emissions call without an emission.
internal sealed partial class EventSlot
{
    private Type? _directPayload;

    /// <summary>
    /// Says what the one table that knows a new event knows of it, when its handlers are all there is. They can be called at
    /// once; what stands for them is made when something else asks for it.
    /// </summary>
    /// <returns>Whether the handlers can be called so.</returns>
    public bool TrySetDirect(TableLink link)
    {
        if (!link.Event.IsPlain || IsPattern || !HasDirectPayload(link.Event.PayloadType))
        {
            return false;
        }

        _tableLinks = [link];
        _isLoaded = false;
        Volatile.Write(ref Direct, link.Event);
        return true;
    }

    /// <summary>Has emissions that are not observed run an event, until the subscribers change.</summary>
    /// <param name="snapshot">The subscribers that the event calls.</param>
    /// <param name="direct">The event; null when an emission has to do more.</param>
    public void SetDirect(SubscriberSnapshot snapshot, TableEvent? direct)
    {
        if (direct is not null && _snapshot == snapshot && !_isRetired && HasDirectPayload(direct.PayloadType))
        {
            Volatile.Write(ref Direct, direct);
        }
    }

    /// <summary>Whether <see cref="EmitTarget.Direct"/> takes this payload. Thread-safe.</summary>
    public bool IsDirectPayload(Type payloadType) => _directPayload == payloadType;

    /// <summary>Whether a call site with this payload may keep the slot: the payload is the contract's, and will be that of <see cref="EmitTarget.Direct"/>. Thread-safe.</summary>
    /// <param name="payloadType">What the call site passes to <see cref="EmitTarget.Direct"/>.</param>
    /// <param name="given">What it is given; where there is no contract, nothing else is emitted.</param>
    public bool TryBind(Type payloadType, Type given) =>
        Volatile.Read(ref Direct)?.PayloadType == payloadType || (IsContract(payloadType, given) && HasDirectPayload(payloadType));

    private bool IsContract(Type payloadType, Type given) => payloadType == (Snapshot.Contract?.PayloadType ?? given);

    // The first one is kept for good, since call sites do not ask again; that of an assembly that can go is never kept.
    private bool HasDirectPayload(Type payloadType) =>
        !payloadType.IsCollectible && (Interlocked.CompareExchange(ref _directPayload, payloadType, null) ?? payloadType) == payloadType;
}
