using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>
/// One event of one linker: its subscribers and its contract, whatever payload types it is emitted with. Everything but
/// <see cref="Snapshot"/> is guarded by the linker's lock.
/// </summary>
internal sealed class EventSlot(EventLinker linker, EventKey key)
{
    private readonly List<EventSubscriber> _dynamic = [];
    private TableLink[] _tableLinks = [];
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
    public bool IsRedundant => _tableLinks.Length == 0 && _dynamic.Count == 0;

    /// <summary>Says what the tables know of the event.</summary>
    public void SetTableLinks(TableLink[] links)
    {
        _tableLinks = links;
        _contract = ChooseContract(Array.ConvertAll(links, static link => link.Event.CreateContract()));
        _removed?.RemoveWhere(static subscriber => !subscriber.IsLinked);
        foreach (TableLink link in links)
        {
            foreach (TableHandler handler in link.Event.Handlers)
            {
                Attach(linker.GetTableSubscriber(link.Table, handler));
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

    public void Invalidate() => Volatile.Write(ref _snapshot, null);

    /// <summary>The linked subscribers, in the order in which they run.</summary>
    public List<SubscriberEntry> GetEntries()
    {
        var entries = new List<SubscriberEntry>(_dynamic.Count);
        bool ordered = true;
        foreach (TableLink link in _tableLinks)
        {
            for (int index = 0; index < link.Event.Handlers.Length; index++)
            {
                EventSubscriber subscriber = linker.GetTableSubscriber(link.Table, link.Event.Handlers[index]);
                if (subscriber.IsLinked && _removed?.Contains(subscriber) != true)
                {
                    Append(new SubscriberEntry(subscriber, link.Event, index));
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
        if (entries.Length == 0 || _tableLinks.Length != 1 || _dynamic.Count > 0)
        {
            return null;
        }

        TableEvent tableEvent = _tableLinks[0].Event;
        bool runsAll = entries.Length == tableEvent.Handlers.Count(static handler => (handler.Traits & TableHandlerTraits.Once) == 0);
        return runsAll && Array.TrueForAll(entries, static entry => entry.Subscriber is { IsOnce: false, ForceAsync: false, OnSuccess: null, OnFailure: null })
            ? tableEvent
            : null;
    }

    // Several assemblies each have a contract: the longest, and among those the one that serves all and requires least.
    private static PayloadContract? ChooseContract(PayloadContract[] contracts) =>
        contracts
            .OrderByDescending(static contract => contract.Types.Length)
            .ThenByDescending(contract => Array.TrueForAll(contracts, other => contract.Accepts(other.Types)))
            .ThenBy(static contract => contract.RequiredCount)
            .FirstOrDefault();

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
