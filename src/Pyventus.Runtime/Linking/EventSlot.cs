using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>
/// One event of one linker: its subscribers and its contract, whatever payload types it is emitted with. Guarded by the
/// linker's lock, but for members that say that they are thread-safe. What stands for the handlers of tables is made when something
/// asks for it: an event that is only ever emitted to direct handlers does without.
/// </summary>
internal sealed partial class EventSlot : EmitTarget
{
    // No key: the types of fields are loaded with this one.
    private readonly object _id;
    private DynamicSubscribers? _dynamic;
    private TableLink[]? _tableLinks;

    private HashSet<EventSubscriber>? _removed;
    private PayloadContract? _typeContract;
    private PayloadContract? _contract;
    private volatile SubscriberSnapshot? _snapshot;
    private int _derivedInTables;
    private int _derivedDynamic;
    private volatile bool _isRetired;

    public EventSlot(EventLinker linker, EventKey key)
        : base(linker)
    {
        _id = key.Value;
        Name = key.Name;
        IsPattern = key.IsPattern;
    }

    public EventKey Key => new(_id);

    /// <summary>Whether the event is a pattern, which emissions of other names match.</summary>
    public bool IsPattern { get; }

    /// <summary>The name of a named event.</summary>
    public string? Name { get; }

    /// <summary>Whether the linker has forgotten the slot: what is linked later is in another one. Thread-safe.</summary>
    public bool IsRetired => _isRetired;

    /// <summary>The subscribers now; rebuilt by the first emission after a change. Thread-safe.</summary>
    public SubscriberSnapshot Snapshot => _snapshot ?? Linker.BuildSnapshot(this);

    /// <summary>What the event is emitted with, once something fixed it. A pattern fixes it for no event.</summary>
    public PayloadContract? Contract
    {
        get
        {
            Load();
            return IsPattern ? null : _contract ?? _typeContract;
        }
    }

    /// <summary>Whether nothing keeps the slot: no table knows the event and nobody subscribes to it.</summary>
    public bool IsRedundant => !HasHandlers && DynamicCount == 0;

    private TableLink[] TableLinks => _tableLinks ?? [];

    private int DynamicCount => _dynamic?.Count ?? 0;

    /// <summary>Whether a table knows the event. Thread-safe.</summary>
    public bool HasHandlers => _unloaded is not null || _tableLinks is { Length: > 0 };

    /// <summary>Whether other events can match this one: it is a pattern, or has a subscriber that includes derived types.</summary>
    public bool IsOpen => IsPattern ? !IsRedundant : _derivedInTables + _derivedDynamic > 0;

    /// <summary>Says what the tables know of the event.</summary>
    public void SetTableLinks(TableLink[] links)
    {
        _tableLinks = links;
        _unloaded = null;
        _unloadedTable = null;
        _contract = links.Length switch
        {
            0 => null,
            1 => links[0].Event.CreateContract(),
            _ => PayloadContract.Choose(links),
        };
        _removed?.RemoveWhere(static subscriber => !subscriber.IsLinked);
        _derivedInTables = 0;
        foreach (TableLink link in links)
        {
            foreach (TableHandler handler in link.Event.Handlers)
            {
                if (!handler.IsMatched)
                {
                    EventSubscriber subscriber = Linker.GetTableSubscriber(link.Table, handler);
                    _derivedInTables += subscriber.IncludesDerived ? 1 : 0;
                    Attach(subscriber);
                }
            }
        }

        Invalidate();
    }

    public void Add(EventSubscriber subscriber)
    {
        Load();
        (_dynamic ??= new DynamicSubscribers()).Add(subscriber);
        _derivedDynamic += subscriber.IncludesDerived ? 1 : 0;
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
            _dynamic!.Remove(subscriber);
            _derivedDynamic -= subscriber.IncludesDerived ? 1 : 0;
        }

        Invalidate();
    }

    /// <summary>Whether the subscriber is linked to this event.</summary>
    public bool Contains(EventSubscriber subscriber)
    {
        Load();
        return subscriber.IsLinked && Array.IndexOf(subscriber.Slots, this) >= 0;
    }

    /// <summary>The subscribers have changed: the next emission builds another snapshot, here and in events that match.</summary>
    public void Invalidate()
    {
        ForgetSnapshot();
        Linker.UpdateOpen(this);
    }

    public void ForgetSnapshot()
    {
        Direct = null;
        _snapshot = null;
    }

    /// <summary>The linker forgets the slot; who has found it before gets subscribers of now, once.</summary>
    public void Retire()
    {
        _isRetired = true;
        ForgetSnapshot();
    }

    /// <summary>Whether subscribers of this event run for emissions of another.</summary>
    public bool Matches(EventKey other)
    {
        if (other == Key)
        {
            return false;
        }

        if (Key.Type is { } type)
        {
            // The runtime takes an array of uint for one of int; a handler could not be called with it.
            return other.Type is { } derived && type.IsAssignableFrom(derived) && PayloadConversion.Exists(derived, type);
        }

        return Key.Name == EventPattern.All
            ? !other.IsPattern
            : other.Name is { } name && !other.IsPattern && EventPatterns.Matches(Key.Name, name);
    }

    /// <summary>The subscribers linked to this event, in the order in which they run.</summary>
    public List<SubscriberEntry> GetEntries() => SubscriberEntry.Sort(GetLinkedEntries());

    /// <summary>Whether the event has as many subscribers, or more.</summary>
    public bool HasAtLeast(int count)
    {
        Load();
        int handlers = 0;
        foreach (TableLink link in TableLinks)
        {
            handlers += link.Event.Handlers.Length;
        }

        // The list has to be made only near the limit.
        return DynamicCount + handlers >= count && GetLinkedEntries().Count >= count;
    }

    /// <summary>Builds the snapshot of this event.</summary>
    /// <param name="open">The events that this one may match.</param>
    public SubscriberSnapshot BuildSnapshot(EventSlot[] open)
    {
        EventSlot[] matching = open.Length == 0 ? open : Array.FindAll(open, slot => slot.Matches(Key));
        SubscriberEntry[] entries = matching.Length == 0 ? GetEntries().ToArray() : MatchedEntries.Merge(GetLinkedEntries(), matching, TableLinks, Linker);
        var snapshot = new SubscriberSnapshot(Key, entries, Contract, GetFanOut(entries), isLinked: Key.Type is not null || !IsRedundant);
        _snapshot = snapshot;
        SetDirect(snapshot, snapshot.FanOut is { IsDirect: true } ? snapshot.FanOut : null);
        return snapshot;
    }

    /// <summary>The linked subscribers: those of the tables, then the others, each in their order.</summary>
    public List<SubscriberEntry> GetLinkedEntries()
    {
        Load();
        var entries = new List<SubscriberEntry>();
        foreach (TableLink link in TableLinks)
        {
            for (int index = 0; index < link.Event.Handlers.Length; index++)
            {
                if (link.Event.Handlers[index].IsMatched)
                {
                    continue;
                }

                EventSubscriber subscriber = Linker.GetTableSubscriber(link.Table, link.Event.Handlers[index]);
                if (subscriber.IsLinked && _removed?.Contains(subscriber) != true)
                {
                    entries.Add(new SubscriberEntry(subscriber, link.Event, index));
                }
            }
        }

        _dynamic?.AddTo(entries);
        return entries;
    }

    // A fan-out runs all handlers of one table but the once handlers, and no callbacks. A pattern is emitted with any
    // payload, which need not be that of its table.
    private TableEvent? GetFanOut(SubscriberEntry[] entries)
    {
        if (entries.Length == 0 || TableLinks.Length != 1 || IsPattern)
        {
            return null;
        }

        TableEvent tableEvent = TableLinks[0].Event;
        if (entries.Length != tableEvent.FanOutCount)
        {
            return null;
        }

        foreach (SubscriberEntry entry in entries)
        {
            if (entry.TableEvent != tableEvent || entry.Subscriber is not { IsOnce: false, ForceAsync: false, HasCallbacks: false })
            {
                return null;
            }
        }

        return tableEvent;
    }

    private void Attach(EventSubscriber subscriber)
    {
        if (_removed?.Contains(subscriber) != true && Array.IndexOf(subscriber.Slots, this) < 0)
        {
            subscriber.Slots = [.. subscriber.Slots, this];
        }
    }
}
