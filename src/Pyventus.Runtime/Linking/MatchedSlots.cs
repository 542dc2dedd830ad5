using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Pyventus;

/// <summary>
/// The slots of events that nobody linked and that patterns or base types match. Names come from outside, so their number
/// is bounded; types are as many as the program has, and collectible ones are not kept alive.
/// </summary>
internal sealed class MatchedSlots
{
    private const int MaxNames = 1024;

    private readonly ConcurrentDictionary<string, EventSlot> _named = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Type, EventSlot> _typed = new();
    private ConditionalWeakTable<Type, EventSlot>? _collectible;

    /// <summary>The slot, if it is known. Thread-safe.</summary>
    public EventSlot? Find(EventKey key)
    {
        EventSlot? slot = null;
        if (key.Name is { } name)
        {
            _named.TryGetValue(name, out slot);
        }
        else if (!_typed.TryGetValue(key.Type!, out slot))
        {
            Volatile.Read(ref _collectible)?.TryGetValue(key.Type!, out slot);
        }

        return slot;
    }

    /// <summary>The slot, made when it is not known; call under the linker's lock.</summary>
    public EventSlot GetOrAdd(EventKey key, EventLinker linker)
    {
        if (Find(key) is { } known)
        {
            return known;
        }

        var slot = new EventSlot(linker, key);
        if (key.Name is { } name)
        {
            if (_named.Count >= MaxNames)
            {
                RetireAll(_named.Values);
                _named.Clear();
            }

            _named[name] = slot;
        }
        else if (key.Type!.IsCollectible)
        {
            LazyInitializer.EnsureInitialized(ref _collectible).Add(key.Type, slot);
        }
        else
        {
            _typed[key.Type] = slot;
        }

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
        if (key.Name is { } name)
        {
            _named.TryRemove(name, out _);
        }
        else
        {
            _typed.TryRemove(key.Type!, out _);
            _collectible?.Remove(key.Type!);
        }
    }

    /// <summary>Forgets all slots: their subscribers have changed; call under the linker's lock.</summary>
    public void Clear()
    {
        RetireAll(_named.Values);
        RetireAll(_typed.Values);
        foreach ((_, EventSlot slot) in _collectible ?? [])
        {
            slot.Retire();
        }

        _named.Clear();
        _typed.Clear();
        _collectible?.Clear();
    }

    private static void RetireAll(IEnumerable<EventSlot> slots)
    {
        foreach (EventSlot slot in slots)
        {
            slot.Retire();
        }
    }
}
