using System.Collections;
using System.Runtime.CompilerServices;
using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>
/// Links events to their subscribers. Each linker <em>type</em> is a namespace of its own, with its own compile-time
/// handlers, and each instance has its own subscriptions and once-state.
/// </summary>
/// <remarks>
/// Every member is thread-safe and may be called from inside a handler. An emission works on the subscribers there were
/// when it began. A new instance starts with the compile-time handlers of its type: those with
/// <c>[On(Linker = typeof(X))]</c>, or those without <c>Linker</c> for <see cref="EventLinker"/> itself.
/// </remarks>
public partial class EventLinker
{
    // A field beside the property: nothing is inlined at start-up.
    internal static readonly EventLinker DefaultLinker = new(withTables: true);

    // Guards slots, subscribers and tables; no user code runs under it.
    private readonly LinkerLock _gate;
    private readonly SlotTable _slots = new();
    private RecentNames? _recent;
    private RecentTypes? _recentTypes;

    // An UnlinkedTarget, dropped whenever something is linked that was not.
    private volatile EmitTarget? _unlinked;

    // The instances of handler classes by type: read without the lock, as Hashtable allows, and written under it.
    private Hashtable? _instances;
    private long _lastSequence;

    // Whether there is one of the callbacks, whose types need not be loaded to ask.
    private readonly bool _hasCallbacks;
    private readonly DateTime _created = DateTime.UtcNow;

    /// <summary>Creates a linker with the compile-time handlers of its type.</summary>
    /// <param name="maxSubscribers">How many subscribers an event can have, compile-time handlers included; null for any number.</param>
    /// <param name="defaultOnSuccess">The success callback of subscribers that have none.</param>
    /// <param name="defaultOnFailure">The failure callback of subscribers that have none.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxSubscribers"/> is below 1.</exception>
    public EventLinker(int? maxSubscribers = null, Action<object?>? defaultOnSuccess = null, Action<Exception>? defaultOnFailure = null)
        : this(withTables: true)
    {
        MaxSubscribers = ThrowIfNone(maxSubscribers);
        DefaultOnSuccess = defaultOnSuccess;
        DefaultOnFailure = defaultOnFailure;
        _hasCallbacks = defaultOnSuccess is not null || defaultOnFailure is not null;
    }

    private EventLinker(bool withTables)
    {
        _gate = new LinkerLock(this);
        if (withTables)
        {
            LinkerTableRegistry.Attach(this);
        }
    }

    /// <summary>The linker that emitters use when none is given.</summary>
    public static EventLinker Default => DefaultLinker;

    /// <summary>How many subscribers an event can have; null for any number.</summary>
    public int? MaxSubscribers { get; private init; }

    internal Action<object?>? DefaultOnSuccess { get; }

    internal Action<Exception>? DefaultOnFailure { get; }

    /// <summary>When the linker was created.</summary>
    internal DateTimeOffset Timestamp => _created;

    /// <summary>The shared instance of a custom linker, created at the first call.</summary>
    /// <typeparam name="TLinker">The custom linker; for <see cref="EventLinker"/> itself there is <see cref="Default"/>.</typeparam>
    public static TLinker Get<TLinker>()
        where TLinker : EventLinker, new() => SharedLinker<TLinker>.Instance;

    /// <summary>Creates a linker without compile-time handlers, for unit tests.</summary>
    /// <param name="maxSubscribers">How many subscribers an event can have; null for any number.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxSubscribers"/> is below 1.</exception>
    public static EventLinker CreateEmpty(int? maxSubscribers = null) => new(withTables: false) { MaxSubscribers = ThrowIfNone(maxSubscribers), _sections = [] };

    /// <summary>
    /// The slot of a named event to emit, or null when nobody ever linked the name or a pattern of it; never creates one
    /// that stays for it.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal EventSlot? Find(string eventName) => _recent?.Find(eventName) ?? FindAndRemember(eventName);

    /// <summary>The same for a name that is not asked for again and again.</summary>
    internal EventSlot? FindOnce(string eventName)
    {
        if (_slots.Find(eventName) is { } slot)
        {
            return slot.IsPattern && eventName != EventPattern.All ? null : slot;
        }

        return FindInOnlyTable(eventName) ?? FindUnslotted(eventName);
    }

    private EventSlot? FindUnslotted(string eventName) =>
        !EventPatterns.IsPattern(eventName) ? FindUnslotted(EventKey.OfAnyName(eventName))
        : eventName == EventPattern.All ? FindLinked(EventKey.OfAnyName(eventName))
        : null;

    /// <summary>What call sites keep whose events are found not to be linked after this was read; null until the first such search. Thread-safe.</summary>
    internal EmitTarget? Unlinked => _unlinked;

    /// <summary>A search has found nothing: there may be more of the kind.</summary>
    internal void EnsureUnlinked()
    {
        if (_unlinked is null)
        {
            Interlocked.CompareExchange(ref _unlinked, new UnlinkedTarget(this), null);
        }
    }

    private EventSlot? FindAndRemember(string eventName)
    {
        EventSlot? slot = FindOnce(eventName);
        if (slot is not null)
        {
            // Racing callers may each make one; what is lost is found again.
            (_recent ??= new RecentNames()).Add(slot);
        }

        return slot;
    }

    /// <summary>The slot of the event objects of a type, or null when nobody ever linked it or a base of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal EventSlot? Find(Type eventType) => _recentTypes?.Find(eventType) ?? FindAndRemember(eventType);

    private EventSlot? FindAndRemember(Type eventType)
    {
        EventSlot? slot = _slots.Find(eventType) ?? FindUnslotted(EventKey.OfRuntimeType(eventType));
        if (slot is not null)
        {
            (_recentTypes ??= new RecentTypes()).Add(slot);
        }

        return slot;
    }

    /// <summary>The one instance of a handler class without a service provider; the first one made wins.</summary>
    internal T GetInstance<T>(Func<T> factory)
        where T : class
    {
        if (Volatile.Read(ref _instances)?[typeof(T)] is T known)
        {
            return known;
        }

        // The constructor is user code.
        T made = factory();
        lock (_gate)
        {
            Hashtable instances = _instances ?? [];
            if (instances[typeof(T)] is T other)
            {
                return other;
            }

            instances[typeof(T)] = made;
            Volatile.Write(ref _instances, instances);
            return made;
        }
    }

    private static int? ThrowIfNone(int? maxSubscribers) =>
        maxSubscribers is < 1
            ? throw new ArgumentOutOfRangeException(nameof(maxSubscribers), maxSubscribers, "An event has room for at least one subscriber; null sets no limit.")
            : maxSubscribers;

    /// <summary>The slot that a subscription or a table links, whatever matches it.</summary>
    private EventSlot? FindLinked(EventKey key)
    {
        EventSlot? slot = _slots.Find(key.Value) ?? FindInTables(key);
        slot?.MakeHandlers();
        return slot;
    }

    private void DropIfRedundant(EventSlot slot)
    {
        if (slot.IsRedundant)
        {
            slot.Retire();
            _slots.Remove(slot.Key.Value);
        }
    }
}
