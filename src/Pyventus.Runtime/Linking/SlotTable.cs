using System.Collections;

namespace Pyventus;

/// <summary>
/// Slots by name or type. Any number of threads may search while one that holds the linker's lock changes it: what
/// <see cref="Hashtable"/> promises, at a twentieth of what the first <c>ConcurrentDictionary</c> of a process costs.
/// </summary>
internal sealed class SlotTable
{
    private readonly Hashtable _slots = [];

    /// <summary>How many slots there are; call under the lock.</summary>
    public int Count => _slots.Count;

    /// <summary>The slot of a name or type. Thread-safe.</summary>
    public EventSlot? Find(object key) => (EventSlot?)_slots[key];

    public void Add(object key, EventSlot slot) => _slots[key] = slot;

    public void Remove(object key) => _slots.Remove(key);

    public void Clear() => _slots.Clear();

    /// <summary>The slots, a snapshot; call under the lock.</summary>
    public EventSlot[] ToArray()
    {
        var slots = new EventSlot[_slots.Count];
        _slots.Values.CopyTo(slots, 0);
        return slots;
    }
}
