using System.Collections.Concurrent;
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
    // Guards slots, subscribers and tables; no user code runs under it.
    private readonly object _gate = new();
    private readonly ConcurrentDictionary<string, EventSlot> _named = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Type, EventSlot> _typed = new();
    private readonly Dictionary<string, EventSubscriber> _tableSubscribers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Type, object> _instances = new();
    private TableSection[] _sections = [];
    private bool _hasAllSlots;
    private long _lastSequence;

    /// <summary>Creates a linker with the compile-time handlers of its type.</summary>
    /// <param name="maxSubscribers">How many subscribers an event can have, compile-time handlers included; null for any number.</param>
    /// <param name="defaultOnSuccess">The success callback of subscribers that have none.</param>
    /// <param name="defaultOnFailure">The failure callback of subscribers that have none.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxSubscribers"/> is below 1.</exception>
    public EventLinker(int? maxSubscribers = null, Action<object?>? defaultOnSuccess = null, Action<Exception>? defaultOnFailure = null)
        : this(maxSubscribers, defaultOnSuccess, defaultOnFailure, withTables: true)
    {
    }

    private EventLinker(int? maxSubscribers, Action<object?>? defaultOnSuccess, Action<Exception>? defaultOnFailure, bool withTables)
    {
        if (maxSubscribers is < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(maxSubscribers), maxSubscribers, "An event has room for at least one subscriber; null sets no limit.");
        }

        MaxSubscribers = maxSubscribers;
        DefaultOnSuccess = defaultOnSuccess;
        DefaultOnFailure = defaultOnFailure;
        if (withTables)
        {
            LinkerTableRegistry.Attach(this);
        }
    }

    /// <summary>The linker that emitters use when none is given.</summary>
    public static EventLinker Default { get; } = new();

    /// <summary>How many subscribers an event can have; null for any number.</summary>
    public int? MaxSubscribers { get; }

    internal Action<object?>? DefaultOnSuccess { get; }

    internal Action<Exception>? DefaultOnFailure { get; }

    /// <summary>When the linker was created.</summary>
    internal DateTimeOffset Timestamp { get; } = DateTimeOffset.UtcNow;

    /// <summary>The shared instance of a custom linker, created at the first call.</summary>
    /// <typeparam name="TLinker">The custom linker; <see cref="EventLinker"/> itself gives <see cref="Default"/>.</typeparam>
    public static TLinker Get<TLinker>()
        where TLinker : EventLinker, new() =>
        typeof(TLinker) == typeof(EventLinker) ? (TLinker)Default : SharedLinker<TLinker>.Instance;

    /// <summary>Creates a linker without compile-time handlers, for unit tests.</summary>
    /// <param name="maxSubscribers">How many subscribers an event can have; null for any number.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxSubscribers"/> is below 1.</exception>
    public static EventLinker CreateEmpty(int? maxSubscribers = null) => new(maxSubscribers, null, null, withTables: false);

    /// <summary>The slot of a named event, or null when nobody ever linked the name; never creates one for it.</summary>
    internal EventSlot? Find(string eventName)
    {
        if (_named.TryGetValue(eventName, out EventSlot? slot))
        {
            return slot;
        }

        foreach (TableSection section in Volatile.Read(ref _sections))
        {
            if (section.Find(eventName) is not null)
            {
                lock (_gate)
                {
                    return GetOrAddSlot(eventName);
                }
            }
        }

        return null;
    }

    /// <summary>The slot of the event objects of a type, or null when nobody ever linked it.</summary>
    internal EventSlot? Find(Type eventType)
    {
        if (_typed.TryGetValue(eventType, out EventSlot? slot))
        {
            return slot;
        }

        foreach (TableSection section in Volatile.Read(ref _sections))
        {
            if (section.Find(eventType) is not null)
            {
                lock (_gate)
                {
                    return GetOrAddSlot(EventKey.OfRuntimeType(eventType));
                }
            }
        }

        return null;
    }

    internal SubscriberSnapshot BuildSnapshot(EventSlot slot)
    {
        lock (_gate)
        {
            return slot.BuildSnapshot();
        }
    }

    /// <summary>The one instance of a handler class without a service provider; the first one made wins.</summary>
    internal T GetInstance<T>(Func<T> factory)
        where T : class
    {
        if (!_instances.TryGetValue(typeof(T), out object? instance))
        {
            instance = _instances.GetOrAdd(typeof(T), factory());
        }

        return (T)instance;
    }

    /// <summary>The subscriber that stands for a compile-time handler; call under the lock.</summary>
    internal EventSubscriber GetTableSubscriber(TableHandler handler)
    {
        if (!_tableSubscribers.TryGetValue(handler.Id, out EventSubscriber? subscriber))
        {
            subscriber = new EventSubscriber(
                this,
                handler.Id,
                handler.Order,
                isOnce: (handler.Traits & TableHandlerTraits.Once) != 0,
                isAsync: (handler.Traits & TableHandlerTraits.Async) != 0,
                forceAsync: (handler.Traits & TableHandlerTraits.ForceAsync) != 0);
            _tableSubscribers.Add(handler.Id, subscriber);
        }

        return subscriber;
    }

    /// <summary>Takes over the tables there are now: links those of newly loaded assemblies, drops those of unloaded ones.</summary>
    internal void SetTables(LinkerTable[] tables)
    {
        // Generated code, not the user's: it answers from constants.
        Type type = GetType();
        var sections = new List<TableSection>();
        lock (_gate)
        {
            foreach (LinkerTable table in tables)
            {
                if (table.GetSection(type) is { } section)
                {
                    sections.Add(Array.Find(_sections, known => known.Table == table) ?? new TableSection(table, section));
                }
            }

            if (_sections.AsSpan().SequenceEqual(sections.ToArray()))
            {
                return;
            }

            Volatile.Write(ref _sections, [.. sections]);
            _hasAllSlots = false;
            foreach (EventSlot slot in GetSlots())
            {
                slot.SetTableEvents(FindTableEvents(slot.Key));
                DropIfRedundant(slot);
            }

            DropUnknownSubscribers();
        }
    }

    private EventSlot GetOrAddSlot(EventKey key)
    {
        if (key.Name is { } name)
        {
            if (!_named.TryGetValue(name, out EventSlot? slot))
            {
                slot = CreateSlot(key);
                _named[name] = slot;
            }

            return slot;
        }
        else
        {
            Type type = key.Type!;
            if (!_typed.TryGetValue(type, out EventSlot? slot))
            {
                slot = CreateSlot(key);
                _typed[type] = slot;
            }

            return slot;
        }
    }

    private EventSlot CreateSlot(EventKey key)
    {
        var slot = new EventSlot(this, key);
        TableEvent[] tableEvents = FindTableEvents(key);
        if (tableEvents.Length > 0)
        {
            slot.SetTableEvents(tableEvents);
        }

        return slot;
    }

    private TableEvent[] FindTableEvents(EventKey key)
    {
        TableEvent[] found = [];
        foreach (TableSection section in _sections)
        {
            TableEvent? tableEvent = key.Name is { } name ? section.Find(name) : section.Find(key.Type!);
            if (tableEvent is not null)
            {
                found = [.. found, tableEvent];
            }
        }

        return found;
    }

    private IEnumerable<EventSlot> GetSlots() => [.. _named.Values, .. _typed.Values];

    private void DropIfRedundant(EventSlot slot)
    {
        if (slot.IsRedundant)
        {
            if (slot.Key.Name is { } name)
            {
                _named.TryRemove(name, out _);
            }
            else
            {
                _typed.TryRemove(slot.Key.Type!, out _);
            }
        }
    }

    // What is known of an unloaded assembly's handlers and instances would keep its load context alive.
    private void DropUnknownSubscribers()
    {
        foreach ((string id, EventSubscriber subscriber) in _tableSubscribers.ToArray())
        {
            EventSlot[] slots = Array.FindAll(subscriber.Slots, slot => slot.HasTableHandler(id));
            if (slots.Length == 0 && subscriber.Slots.Length > 0)
            {
                _tableSubscribers.Remove(id);
                subscriber.TryMarkRemoved();
            }

            subscriber.Slots = slots;
        }

        foreach (Type type in _instances.Keys)
        {
            if (type.IsCollectible && !Array.Exists(_sections, section => section.Table.GetType().Assembly == type.Assembly))
            {
                _instances.TryRemove(type, out _);
            }
        }
    }
}
