using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>
/// One event of one linker: its subscribers and its contract, whatever payload types it is emitted with. Everything but
/// <see cref="Snapshot"/> is guarded by the linker's lock.
/// </summary>
internal sealed class EventSlot(EventLinker linker, EventKey key)
{
    private readonly List<EventSubscriber> _dynamic = [];
    private TableEvent[] _tableEvents = [];
    private HashSet<EventSubscriber>? _removed;
    private PayloadContract? _typeContract;
    private PayloadContract? _contract;
    private SubscriberSnapshot? _snapshot;

    public EventKey Key { get; } = key;

    /// <summary>The subscribers now; rebuilt by the first emission after a change. Thread-safe.</summary>
    public SubscriberSnapshot Snapshot => Volatile.Read(ref _snapshot) ?? linker.BuildSnapshot(this);

    /// <summary>What the event is emitted with, once something fixed it.</summary>
    public PayloadContract? Contract => _contract ?? _typeContract;

    /// <summary>Whether nothing keeps the slot: no table knows the event and nobody subscribes to it.</summary>
    public bool IsRedundant => _tableEvents.Length == 0 && _dynamic.Count == 0;

    /// <summary>Says which events of the tables the slot stands for.</summary>
    public void SetTableEvents(TableEvent[] tableEvents)
    {
        _tableEvents = tableEvents;
        _contract = null;
        foreach (TableEvent tableEvent in tableEvents)
        {
            PayloadContract contract = tableEvent.CreateContract();
            if (_contract is null || contract.Types.Length > _contract.Types.Length)
            {
                _contract = contract;
            }

            foreach (TableHandler handler in tableEvent.Handlers)
            {
                Attach(linker.GetTableSubscriber(handler));
            }
        }

        Invalidate();
    }

    public void Add(EventSubscriber subscriber)
    {
        _dynamic.Add(subscriber);
        Attach(subscriber);
        Invalidate();
    }

    /// <summary>The type of an event object fixes what it is emitted with.</summary>
    public void SetTypeContract(PayloadContract contract) => _typeContract ??= contract;

    /// <summary>Ends the link of a subscriber to this event.</summary>
    /// <returns>Whether it was linked.</returns>
    public bool Remove(EventSubscriber subscriber)
    {
        if (!Contains(subscriber))
        {
            return false;
        }

        if (subscriber.IsStatic)
        {
            (_removed ??= []).Add(subscriber);
        }

        subscriber.Slots = Array.FindAll(subscriber.Slots, slot => slot != this);
        Drop(subscriber);
        return true;
    }

    /// <summary>Forgets a subscriber that is linked no more.</summary>
    public void Drop(EventSubscriber subscriber)
    {
        if (!subscriber.IsStatic)
        {
            _dynamic.RemoveAt(IndexOf(subscriber));
        }

        Invalidate();
    }

    /// <summary>Whether the subscriber is linked to this event.</summary>
    public bool Contains(EventSubscriber subscriber) => subscriber.IsLinked && Array.IndexOf(subscriber.Slots, this) >= 0;

    /// <summary>Whether one of the tables has the handler for this event.</summary>
    public bool HasTableHandler(string id) => Array.Exists(_tableEvents, tableEvent => Array.Exists(tableEvent.Handlers, handler => handler.Id == id));

    public void Invalidate() => Volatile.Write(ref _snapshot, null);

    /// <summary>The linked subscribers, in the order in which they run.</summary>
    public List<SubscriberEntry> GetEntries()
    {
        var entries = new List<SubscriberEntry>(_dynamic.Count);
        bool ordered = true;
        foreach (TableEvent tableEvent in _tableEvents)
        {
            for (int index = 0; index < tableEvent.Handlers.Length; index++)
            {
                EventSubscriber subscriber = linker.GetTableSubscriber(tableEvent.Handlers[index]);
                if (subscriber.IsLinked && _removed?.Contains(subscriber) != true)
                {
                    Append(new SubscriberEntry(subscriber, tableEvent, index));
                }
            }
        }

        foreach (EventSubscriber subscriber in _dynamic)
        {
            if (subscriber.IsLinked)
            {
                Append(new SubscriberEntry(subscriber, null, 0));
            }
        }

        // OrderBy is stable: equal orders keep static before dynamic, and each in its own order.
        return ordered ? entries : [.. entries.OrderBy(static entry => entry.Subscriber.Order)];

        void Append(SubscriberEntry entry)
        {
            ordered &= entries.Count == 0 || entries[^1].Subscriber.Order <= entry.Subscriber.Order;
            entries.Add(entry);
        }
    }

    public SubscriberSnapshot BuildSnapshot()
    {
        SubscriberEntry[] entries = [.. GetEntries()];
        var snapshot = new SubscriberSnapshot(Key, entries, Contract, GetFanOut(entries));
        Volatile.Write(ref _snapshot, snapshot);
        return snapshot;
    }

    // A fan-out runs all handlers of one table but the once handlers, and no callbacks.
    private TableEvent? GetFanOut(SubscriberEntry[] entries)
    {
        if (_tableEvents.Length != 1 || _dynamic.Count > 0 || _removed is not null)
        {
            return null;
        }

        foreach (SubscriberEntry entry in entries)
        {
            EventSubscriber subscriber = entry.Subscriber;
            if (subscriber.IsOnce || subscriber.ForceAsync || subscriber.OnSuccess is not null || subscriber.OnFailure is not null)
            {
                return null;
            }
        }

        return entries.Length > 0 ? _tableEvents[0] : null;
    }

    private void Attach(EventSubscriber subscriber)
    {
        if (_removed?.Contains(subscriber) != true && Array.IndexOf(subscriber.Slots, this) < 0)
        {
            subscriber.Slots = [.. subscriber.Slots, this];
        }
    }

    // Subscriptions are appended in the order of their numbers.
    private int IndexOf(EventSubscriber subscriber)
    {
        int low = 0;
        int high = _dynamic.Count - 1;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_dynamic[middle].Sequence < subscriber.Sequence)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
