using System.Runtime.CompilerServices;

namespace Pyventus;

/// <summary>
/// The slots of events that nobody linked and that patterns or base types match. Names come from outside, so their number
/// is bounded; types are as many as the program has, and collectible ones are not kept alive.
/// </summary>
internal sealed class MatchedSlots
{
    private const int MaxNames = 1024;

    private readonly SlotTable _named = new();
    private readonly SlotTable _typed = new();
    private ConditionalWeakTable<Type, EventSlot>? _collectible;

    /// <summary>The slot, if it is known. Thread-safe.</summary>
    public EventSlot? Find(EventKey key)
    {
        if (GetTable(key).Find(key.Value) is { } slot)
        {
            return slot;
        }

        EventSlot? collectible = null;
        _ = key.Type is { } type && Volatile.Read(ref _collectible)?.TryGetValue(type, out collectible) == true;
        return collectible;
    }

    /// <summary>The slot, made when it is not known; call under the linker's lock.</summary>
    public EventSlot GetOrAdd(EventKey key, EventLinker linker)
    {
        if (Find(key) is { } known)
        {
            return known;
        }

        var slot = new EventSlot(linker, key);
        if (key.Type is { IsCollectible: true } type)
        {
            LazyInitializer.EnsureInitialized(ref _collectible).Add(type, slot);
            return slot;
        }

        if (key.Type is null && _named.Count >= MaxNames)
        {
            RetireAll(_named);
        }

        GetTable(key).Add(key.Value, slot);
        return slot;
    }

    /// <summary>Forgets a slot that is linked now; call under the linker's lock.</summary>
    public void Remove(EventKey key)
    {
        if (Find(key) is not { } slot)
        {
            return;
        }

        slot.Retire();
        GetTable(key).Remove(key.Value);
        if (key.Type is { } type)
        {
            _collectible?.Remove(type);
        }
    }

    /// <summary>Forgets all slots: their subscribers have changed; call under the linker's lock.</summary>
    public void Clear()
    {
        RetireAll(_named);
        RetireAll(_typed);
        foreach ((_, EventSlot slot) in _collectible ?? [])
        {
            slot.Retire();
        }

        _collectible?.Clear();
    }

    private SlotTable GetTable(EventKey key) => key.Name is null ? _typed : _named;

    private static void RetireAll(SlotTable table)
    {
        foreach (EventSlot slot in table.ToArray())
        {
            slot.Retire();
        }

        table.Clear();
    }
}
