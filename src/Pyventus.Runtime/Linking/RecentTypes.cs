using System.Runtime.CompilerServices;

namespace Pyventus;

/// <summary>
/// The slots that were found by type lately, where the address of the type is cheaper than its hash. Thread-safe: an entry that
/// two threads write holds either slot, and each is right for its type.
/// </summary>
internal sealed class RecentTypes
{
    private const int Size = 64;

    private readonly EventSlot?[] _slots = new EventSlot?[Size];

    /// <summary>The slot, if its type was among the last ones; null says nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public EventSlot? Find(Type eventType)
    {
        EventSlot? slot = _slots[GetIndex(eventType)];
        return slot is { IsRetired: false } && ReferenceEquals(slot.Key.Value, eventType) ? slot : null;
    }

    /// <summary>Adds a slot, unless the assembly of its type can be unloaded, which would not happen while it is here.</summary>
    public void Add(EventSlot slot)
    {
        Type eventType = slot.Key.Type!;
        if (!eventType.IsCollectible)
        {
            _slots[GetIndex(eventType)] = slot;
        }
    }

    // What describes types at run time is hundreds of bytes long.
    private static int GetIndex(Type eventType) => (int)(eventType.TypeHandle.Value >> 7) & (Size - 1);
}
