using System.Runtime.CompilerServices;

namespace Pyventus;

/// <summary>
/// The slots that were found by name lately, where comparing the name is cheaper than hashing it. Thread-safe: an entry
/// that two threads write holds either slot, and each is right for its name.
/// </summary>
internal sealed class RecentNames
{
    /// <summary>How many there are; a power of two.</summary>
    public const int Size = 64;

    private readonly EventSlot?[] _slots = new EventSlot?[Size];

    /// <summary>The slot, if its name was among the last ones; null says nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public EventSlot? Find(string eventName)
    {
        EventSlot? slot = _slots[GetIndex(eventName)];
        return slot is { IsRetired: false } && (ReferenceEquals(slot.Name, eventName) || string.Equals(slot.Name, eventName)) ? slot : null;
    }

    public void Add(EventSlot slot) => _slots[GetIndex(slot.Name!)] = slot;

    /// <summary>The place of a name. Names of one program share their beginnings more often than their ends.</summary>
    public static int GetIndex(string eventName)
    {
        int length = eventName.Length;
        return length == 0 ? 0 : ((eventName[length - 1] * 5) + eventName[length >> 1] + length) & (Size - 1);
    }
}
