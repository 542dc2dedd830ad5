using Pyventus.CompilerServices;

namespace Pyventus;

// What call sites and emissions call without an emission.
internal sealed partial class EventSlot
{
    private Type? _directPayload;

    // The event of the one table that knows this one, as long as nothing stands for its handlers.
    private volatile TableEvent? _unloaded;
    private LinkerTable? _unloadedTable;

    /// <summary>A new event that a table alone knows, whose handlers are plain: what stands for them is made when something else than an emission asks for it.</summary>
    /// <param name="linker">The linker.</param>
    /// <param name="id">The name or type; the very string that emissions have, if they have one of their own.</param>
    /// <param name="table">The table.</param>
    /// <param name="tableEvent">What it says of the event.</param>
    public EventSlot(EventLinker linker, object id, LinkerTable table, TableEvent tableEvent)
        : base(linker)
    {
        _id = id;
        Name = id as string;
        _directPayload = tableEvent.PayloadType;
        _unloadedTable = table;
        _unloaded = tableEvent;
        Direct = tableEvent;
    }

    /// <summary>Makes what stands for the handlers of tables, if that was left for later.</summary>
    public void Load()
    {
        if (_unloaded is not null)
        {
            SetTableLinks([new TableLink(_unloadedTable!, _unloaded)]);
        }
    }

    /// <summary>Makes the handlers that <see cref="Load"/> needs. It runs code of the table, so it is called under no lock. Thread-safe.</summary>
    public void MakeHandlers() => _ = _unloaded?.Handlers;

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
