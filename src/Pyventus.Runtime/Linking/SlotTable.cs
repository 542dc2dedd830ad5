using System.Collections;

namespace Pyventus;

/// <summary>
/// Slots by name or type. Any number of threads may search while one that holds the linker's lock changes it: what
/// <see cref="Hashtable"/> promises, at a twentieth of what the first <c>ConcurrentDictionary</c> of a process costs.
/// </summary>
internal sealed class SlotTable
{
    private volatile Hashtable _slots = [];
    private int _removed;

    /// <summary>How many slots there are; call under the lock.</summary>
    public int Count => _slots.Count;

    /// <summary>The slot of a name or type. Thread-safe.</summary>
    public EventSlot? Find(object key) => (EventSlot?)_slots[key];

    public void Add(object key, EventSlot slot) => _slots[key] = slot;

    public void Remove(object key)
    {
        _slots.Remove(key);
        if (++_removed > _slots.Count + 64)
        {
            // A small Hashtable never forgets where keys have collided: in the end a search for what is not there reads all
            // of it. Who searches the old one began before.
            _slots = new Hashtable(_slots);
            _removed = 0;
        }
    }

    public void Clear() => _slots.Clear();

    /// <summary>The slots, a snapshot; call under the lock.</summary>
    public EventSlot[] ToArray()
    {
        var slots = new EventSlot[_slots.Count];
        int index = 0;

        // Not copied by the collection: storing in an array of any type takes 15 kB of reflection in a native binary.
        foreach (DictionaryEntry entry in _slots)
        {
            slots[index++] = (EventSlot)entry.Value!;
        }

        return slots;
    }
}
